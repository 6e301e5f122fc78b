package dev.assistant.api.users;

import dev.assistant.identity.User;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An account on the wire (SPEC section 2). Grows only by optional fields. */
public record UserDocument(
        String id,
        String email,
        String username,
        @Nullable String fullName,
        @Nullable String avatarUrl,
        String role,
        boolean emailVerified,
        Instant createdAt) {

    public static UserDocument of(User user) {
        return new UserDocument(
                user.id().toString(),
                user.email().value(),
                user.username(),
                user.fullName().orElse(null),
                user.avatarUrl().orElse(null),
                user.role().name().toLowerCase(Locale.ROOT),
                user.emailVerified(),
                user.createdAt());
    }
}
