package dev.assistant.administration;

import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.UserId;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** All accounts but those that their owners deleted. Only for administrators. Thread-safe. */
public interface Accounts {
    /** Those whose address, username or name contains the text, whatever its case; newest first. */
    Page<Account> search(Optional<String> text, PageRequest page);

    /** @throws dev.assistant.failure.Failure.NotFound when there is none */
    Account byId(UserId id);

    /**
     * Closes an account or opens it again. A closed one cannot be used: nobody signs in, its sessions and keys stop working at
     * once. It keeps what it owns.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is none
     */
    void activate(UserId id, boolean active, Instant now);

    /**
     * Makes somebody an administrator; their present sessions learn of it when they are refreshed.
     *
     * @return whether there is an account with the address
     */
    boolean promote(EmailAddress email, Instant now);
}
