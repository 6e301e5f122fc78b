package dev.assistant.adapters.postgres;

import java.util.Collection;

/** Keeps submitted code that is too large for a row. Thread-safe. */
public interface SourceStore {
    /** @throws dev.assistant.failure.Failure.Unavailable when the store does not answer */
    void put(String key, String content);

    /**
     * @throws dev.assistant.failure.Failure.NotFound when there is nothing under the key
     * @throws dev.assistant.failure.Failure.Unavailable when the store does not answer
     */
    String get(String key);

    /**
     * Stores what is under a key under another one, too.
     *
     * @throws dev.assistant.failure.Failure.Conflict when there is nothing under the key any more
     * @throws dev.assistant.failure.Failure.Unavailable when the store does not answer
     */
    void copy(String key, String copy);

    /** Removes what is under the keys; unknown ones are ignored. */
    void delete(Collection<String> keys);
}
