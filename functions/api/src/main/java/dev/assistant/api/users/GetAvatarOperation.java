package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.EntityTag;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.Avatars;

/** {@code GET /users/me/avatar} */
public final class GetAvatarOperation implements Operation {
    private final Avatars avatars;

    public GetAvatarOperation(Avatars avatars) {
        this.avatars = avatars;
    }

    @Override
    public String id() {
        return "getAvatar";
    }

    /** To be asked for each time, and seldom sent: it is most of the answer, and hardly ever changes. */
    @Override
    public Answer answer(Request request) {
        return EntityTag.onPrivate(Answer.json(200, AvatarDocument.of(avatars.find(request.user()))), request, 0);
    }
}
