package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.ApiKey;
import dev.assistant.identity.ApiKeyId;
import dev.assistant.identity.ApiKeys;
import dev.assistant.identity.Caller;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** API keys in memory. Thread-safe. */
public final class InMemoryApiKeys implements ApiKeys {
    private final Users users;
    private final Map<String, ApiKey> keys = new HashMap<>();
    private final Map<Sent, Taken> requests = new HashMap<>();

    /** @param users tells whether a key's account is active */
    public InMemoryApiKeys(Users users) {
        this.users = users;
    }

    private record Sent(UserId owner, String value) {}

    private record Taken(ApiKeyId key, String requestHash) {}

    @Override
    public synchronized void add(ApiKey key, String hash, Optional<IdempotencyKey> once) {
        once.ifPresent(sent -> {
            @Nullable Taken taken = requests.get(new Sent(key.owner(), sent.value()));
            if (taken != null) {
                throw taken.requestHash().equals(sent.requestHash()) ? ApiKeys.madeBefore() : IdempotencyKey.taken();
            }
        });
        if (of(key.owner()).size() >= MOST) {
            throw ApiKeys.tooMany();
        }
        keys.put(hash, key);
        once.ifPresent(
                sent -> requests.put(new Sent(key.owner(), sent.value()), new Taken(key.id(), sent.requestHash())));
    }

    @Override
    public synchronized List<ApiKey> of(UserId owner) {
        return keys.values().stream()
                .filter(key -> key.owner().equals(owner))
                .sorted(Comparator.comparing(ApiKey::createdAt).reversed())
                .toList();
    }

    @Override
    public synchronized void delete(UserId owner, ApiKeyId id) {
        if (!keys.values().removeIf(key -> key.owner().equals(owner) && key.id().equals(id))) {
            throw new Failure.NotFound("API key");
        }
        requests.values().removeIf(taken -> taken.key().equals(id));
    }

    @Override
    public synchronized Optional<Caller> use(String hash, Instant now) {
        @Nullable ApiKey key = keys.get(hash);
        if (key == null || key.expiresAt().map(end -> !now.isBefore(end)).orElse(false)) {
            return Optional.empty();
        }
        User owner = users.byId(key.owner());
        if (!owner.active()) {
            return Optional.empty();
        }
        Instant noted = key.lastUsedAt().orElse(Instant.MIN);
        if (!noted.isAfter(now.minus(Duration.ofMinutes(1)))) {
            keys.put(hash, used(key, now));
        }
        return Optional.of(Caller.withKey(owner.id(), owner.role(), key.id(), key.scopes()));
    }

    private static ApiKey used(ApiKey key, Instant now) {
        return new ApiKey(
                key.id(),
                key.owner(),
                key.name(),
                key.prefix(),
                key.scopes(),
                Optional.of(now),
                key.expiresAt(),
                key.createdAt());
    }
}
