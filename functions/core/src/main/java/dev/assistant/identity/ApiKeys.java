package dev.assistant.identity;

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
     * @throws dev.assistant.failure.Failure.Conflict when a key with the id is there, or the owner has {@link #MOST} already
     */
    void add(ApiKey key, String hash);

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
