package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Avatar;
import dev.assistant.identity.Avatars;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** {@code PUT /users/me/avatar} */
public final class SetAvatarOperation implements Operation {
    /** Of the largest picture in base64: four characters for three bytes begun. */
    private static final int LONGEST = (Avatar.MOST_BYTES + 2) / 3 * 4;

    private final Avatars avatars;
    private final InstantSource clock;

    public SetAvatarOperation(Avatars avatars, InstantSource clock) {
        this.avatars = avatars;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "setAvatar";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        String picture = body.text("picture");
        body.requireValid();
        Avatar avatar = Avatar.of(decoded(picture));
        avatars.put(request.user(), avatar, clock.instant());
        return Answer.json(200, AvatarDocument.of(Optional.of(avatar)));
    }

    private static byte[] decoded(String picture) {
        if (picture.length() > LONGEST) {
            throw new Failure.Invalid(
                    "picture", "A picture has at most %d KB. Make it smaller.".formatted(Avatar.MOST_BYTES / 1024));
        }
        try {
            return Base64.getDecoder().decode(picture);
        } catch (IllegalArgumentException e) {
            throw new Failure.Invalid("picture", "Send the picture's file in base64.");
        }
    }
}
