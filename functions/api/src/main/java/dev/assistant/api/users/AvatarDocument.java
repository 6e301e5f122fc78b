package dev.assistant.api.users;

import dev.assistant.identity.Avatar;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A picture on the wire, in base64 (RFC 4648 section 4); nulls where there is none. Grows only by optional fields. */
record AvatarDocument(@Nullable String mediaType, @Nullable String picture) {

    static AvatarDocument of(Optional<Avatar> avatar) {
        return new AvatarDocument(
                avatar.map(Avatar::mediaType).orElse(null),
                avatar.map(Avatar::bytes)
                        .map(Base64.getEncoder()::encodeToString)
                        .orElse(null));
    }
}
