package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.ProfileChange;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Accounts in memory. Thread-safe. */
public final class InMemoryUsers implements Users {
    private final Map<UserId, User> users = new LinkedHashMap<>();

    @Override
    public synchronized void add(User user) {
        if (findByEmail(user.email()).isPresent()) {
            throw new Failure.Conflict("This email address already has an account.");
        }
        requireFree(user.username(), user.id());
        users.put(user.id(), user);
    }

    private void requireFree(String username, UserId by) {
        boolean isTaken = users.values().stream()
                .anyMatch(other -> !other.id().equals(by) && other.username().equalsIgnoreCase(username));
        if (isTaken) {
            throw new Failure.Conflict("This username is taken.");
        }
    }

    @Override
    public synchronized User byId(UserId id) {
        return Optional.ofNullable(users.get(id)).orElseThrow(() -> new Failure.NotFound("account"));
    }

    @Override
    public synchronized Optional<User> findByEmail(EmailAddress email) {
        return users.values().stream()
                .filter(user -> user.email().equals(email))
                .findFirst();
    }

    @Override
    public synchronized User change(UserId id, ProfileChange change, Instant now) {
        User user = byId(id);
        change.username().ifPresent(username -> requireFree(username, id));
        User changed = new User(
                user.id(),
                user.email(),
                change.username().orElse(user.username()),
                user.passwordHash(),
                change.fullName().orElse(user.fullName()),
                change.avatarUrl().orElse(user.avatarUrl()),
                user.role(),
                user.active(),
                user.emailVerified(),
                user.createdAt(),
                now,
                user.lastLogin());
        users.put(id, changed);
        return changed;
    }

    @Override
    public synchronized void signedIn(UserId id, Instant now) {
        users.computeIfPresent(
                id,
                (key, user) -> new User(
                        user.id(),
                        user.email(),
                        user.username(),
                        user.passwordHash(),
                        user.fullName(),
                        user.avatarUrl(),
                        user.role(),
                        user.active(),
                        user.emailVerified(),
                        user.createdAt(),
                        user.updatedAt(),
                        Optional.of(now)));
    }

    @Override
    public synchronized void verifyAddress(UserId id, Instant now) {
        users.computeIfPresent(
                id,
                (key, user) -> new User(
                        user.id(),
                        user.email(),
                        user.username(),
                        user.passwordHash(),
                        user.fullName(),
                        user.avatarUrl(),
                        user.role(),
                        user.active(),
                        true,
                        user.createdAt(),
                        now,
                        user.lastLogin()));
    }
}
