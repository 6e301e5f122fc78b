package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.Avatars;

/** {@code DELETE /users/me/avatar} */
public final class DeleteAvatarOperation implements Operation {
    private final Avatars avatars;

    public DeleteAvatarOperation(Avatars avatars) {
        this.avatars = avatars;
    }

    @Override
    public String id() {
        return "deleteAvatar";
    }

    @Override
    public Answer answer(Request request) {
        avatars.remove(request.user());
        return Answer.empty(204);
    }
}
