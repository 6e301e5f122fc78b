package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Request;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.Sessions;
import java.time.InstantSource;
import java.util.List;

/** {@code GET /users/me/sessions} */
public final class ListSessionsOperation implements Operation {
    /** Nobody looks at more, and who has more ends them all by changing the password. */
    private static final int MOST = 100;

    private final Sessions sessions;
    private final InstantSource clock;

    public ListSessionsOperation(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "listSessions";
    }

    @Override
    public Answer answer(Request request) {
        SessionId asking = request.session();
        List<SessionDocument> items = sessions.opened(request.user(), MOST, clock.instant()).stream()
                .map(opened -> SessionDocument.of(opened, asking))
                .toList();
        return Answer.json(200, new PageDocument<>(items, null));
    }
}
