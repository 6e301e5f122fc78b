package dev.assistant.erasure;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import java.time.InstantSource;

/** Deletes somebody's account on their own behalf. Thread-safe. */
public final class DeleteAccount {
    /** As many as can be erased while somebody waits. */
    private static final int JOBS_WITHIN_REQUEST = 50;

    private final ClosedAccounts accounts;
    private final EraseAccounts eraseAccounts;
    private final InstantSource clock;

    public DeleteAccount(ClosedAccounts accounts, EraseAccounts eraseAccounts, InstantSource clock) {
        this.accounts = accounts;
        this.eraseAccounts = eraseAccounts;
        this.clock = clock;
    }

    /**
     * The account is closed when this returns, and erased unless it is large or something does not answer: then the sweep does
     * the rest.
     *
     * @throws Failure.Unavailable when the account could not even be closed
     */
    public void delete(UserId owner) {
        accounts.close(owner, clock.instant());
        try {
            eraseAccounts.erase(owner, JOBS_WITHIN_REQUEST);
        } catch (Failure.Unavailable e) {
            return;
        }
    }
}
