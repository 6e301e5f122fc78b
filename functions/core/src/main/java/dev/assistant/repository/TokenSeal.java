package dev.assistant.repository;

import dev.assistant.identity.UserId;

/**
 * Encrypts tokens for whoever runs jobs. What was sealed for one person does not open for another. A process may be allowed to
 * seal and not to open. Thread-safe.
 */
public interface TokenSeal {
    /** @throws dev.assistant.failure.Failure.Unavailable when the key cannot be used now */
    String seal(UserId owner, String token);

    /**
     * @throws dev.assistant.failure.Failure.Conflict when it was sealed for somebody else, with another key, or is damaged
     * @throws dev.assistant.failure.Failure.Unavailable when the key cannot be used now
     */
    String open(UserId owner, String sealed);
}
