package dev.assistant.api.administration;

import dev.assistant.administration.Account;
import dev.assistant.identity.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An account on the wire, as administrators see it. Grows only by optional fields. */
record AccountDocument(
        String id,
        String email,
        String username,
        @Nullable String fullName,
        String role,
        boolean active,
        boolean emailVerified,
        Quota quota,
        Instant createdAt,
        @Nullable Instant lastLogin) {

    /** A quota; null is no limit. */
    record Quota(@Nullable Integer reviewsPerDay, @Nullable BigDecimal usdPerMonth) {}

    static AccountDocument of(Account account) {
        User user = account.user();
        return new AccountDocument(
                user.id().toString(),
                user.email().value(),
                user.username(),
                user.fullName().orElse(null),
                user.role().name().toLowerCase(Locale.ROOT),
                user.active(),
                user.emailVerified(),
                new Quota(
                        account.quota().reviewsPerDay().orElse(null),
                        account.quota().usdPerMonth().orElse(null)),
                user.createdAt(),
                user.lastLogin().orElse(null));
    }
}
