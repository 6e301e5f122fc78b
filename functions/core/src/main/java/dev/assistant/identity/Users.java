package dev.assistant.identity;

import java.time.Instant;
import java.util.Optional;

/** The accounts. Thread-safe. */
public interface Users {
    /**
     * Stores a new account.
     *
     * @throws dev.assistant.failure.Failure.Conflict when the address or the username is taken; the message names which
     */
    void add(User user);

    /** @throws dev.assistant.failure.Failure.NotFound when there is none */
    User byId(UserId id);

    Optional<User> findByEmail(EmailAddress email);

    /**
     * Changes the profile; empty parts stay as they are.
     *
     * @throws dev.assistant.failure.Failure.Conflict when the username is taken
     */
    User change(UserId id, ProfileChange change, Instant now);

    void signedIn(UserId id, Instant now);

    /** Notes that the owner reads the mails of the account's address. Unknown accounts are ignored. */
    void verifyAddress(UserId id, Instant now);
}
