package dev.assistant.identity;

import dev.assistant.failure.Failure;
import dev.assistant.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The API keys, by hash. Thread-safe. */
public interface ApiKeys {
    /** How many keys an account may have. */
    int MOST = 50;

    /**
     * Stores a key.
     *
     * @param hash {@link Secrets#hash} of its secret
     * @param once what was sent with the request, when anything was
     * @throws dev.assistant.failure.Failure.Conflict when that was used before, or the owner has {@link #MOST} keys already
     */
    void add(ApiKey key, String hash, Optional<IdempotencyKey> once);

    /** What a store answers to a request that has made a key: its secret cannot be shown again. */
    static Failure.Conflict madeBefore() {
        return new Failure.Conflict(
                "This request has made a key already, which was shown then. Delete that key, or send"
                        + " another Idempotency-Key for another key.");
    }

    /** What a store answers when there is no room. */
    static Failure.Conflict tooMany() {
        return new Failure.Conflict("You have " + MOST + " API keys already. Delete one that you no longer use.");
    }

    /** The owner's keys, expired ones included, the latest first. */
    List<ApiKey> of(UserId owner);

    /**
     * Deletes one of the owner's keys; it stops working at once.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     */
    void delete(UserId owner, ApiKeyId id);

    /**
     * Whom the secret lets in, and to what. Notes that the key was used, unless a use was noted within the last minute.
     *
     * @return empty when the key is unknown or expired, or its account is closed
     */
    Optional<Caller> use(String hash, Instant now);
}
