package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.EntityTag;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.Users;

/** {@code GET /users/me} */
public final class GetProfileOperation implements Operation {
    /** SPEC section 8. */
    private static final int FRESH_SECONDS = 60;

    private final Users users;

    public GetProfileOperation(Users users) {
        this.users = users;
    }

    @Override
    public String id() {
        return "getProfile";
    }

    @Override
    public Answer answer(Request request) {
        return EntityTag.onPrivate(
                Answer.json(200, UserDocument.of(users.byId(request.user()))), request, FRESH_SECONDS);
    }
}
