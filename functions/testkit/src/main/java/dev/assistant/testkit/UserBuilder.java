package dev.assistant.testkit;

import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.Role;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An account that differs from others in id, address and name, and otherwise says only what its test cares about. */
public final class UserBuilder {
    private final UUID id = UUID.randomUUID();
    private String username = "user-" + id.toString().substring(0, 8);
    private String email = username + "@example.com";
    private Optional<String> passwordHash = Optional.empty();
    private Optional<String> fullName = Optional.empty();
    private Role role = Role.USER;
    private boolean active = true;
    private Instant createdAt = Instant.parse("2026-01-01T00:00:00Z");

    private UserBuilder() {}

    public static UserBuilder aUser() {
        return new UserBuilder();
    }

    public UserBuilder named(String username) {
        this.username = username;
        return this;
    }

    public UserBuilder withEmail(String email) {
        this.email = email;
        return this;
    }

    public UserBuilder withPasswordHash(String hash) {
        this.passwordHash = Optional.of(hash);
        return this;
    }

    public UserBuilder withFullName(String fullName) {
        this.fullName = Optional.of(fullName);
        return this;
    }

    public UserBuilder administrator() {
        this.role = Role.ADMIN;
        return this;
    }

    public UserBuilder closed() {
        this.active = false;
        return this;
    }

    public UserBuilder createdAt(Instant at) {
        this.createdAt = at;
        return this;
    }

    public User build() {
        return new User(
                new UserId(id),
                new EmailAddress(email),
                username,
                passwordHash,
                fullName,
                Optional.empty(),
                role,
                active,
                false,
                createdAt,
                createdAt,
                Optional.empty());
    }
}
