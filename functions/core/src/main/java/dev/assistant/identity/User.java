package dev.assistant.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * An account.
 *
 * @param username 3 to 50 letters, digits, dots, dashes, underscores
 * @param passwordHash empty for accounts that only sign in through a provider
 * @param active false once an administrator closed the account
 */
public record User(
        UserId id,
        EmailAddress email,
        String username,
        Optional<String> passwordHash,
        Optional<String> fullName,
        Optional<String> avatarUrl,
        Role role,
        boolean active,
        boolean emailVerified,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> lastLogin) {}
