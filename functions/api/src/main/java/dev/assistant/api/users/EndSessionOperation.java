package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.EndSession;
import dev.assistant.identity.SessionId;

/** {@code DELETE /users/me/sessions/{id}} */
public final class EndSessionOperation implements Operation {
    private final EndSession endSession;

    public EndSessionOperation(EndSession endSession) {
        this.endSession = endSession;
    }

    @Override
    public String id() {
        return "endSession";
    }

    @Override
    public Answer answer(Request request) {
        endSession.end(request.user(), new SessionId(request.id("id", "session")));
        return Answer.empty(204);
    }
}
