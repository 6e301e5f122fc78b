package dev.assistant.administration;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import java.time.InstantSource;

/** Closes somebody's account, or opens it again. Thread-safe. */
public final class SwitchAccount {
    private final Accounts accounts;
    private final InstantSource clock;

    public SwitchAccount(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * @throws Failure.NotFound when there is no such account
     * @throws Failure.Conflict when administrators would close their own, after which perhaps nobody could open it
     */
    public Account activate(UserId administrator, UserId id, boolean active) {
        if (administrator.equals(id) && !active) {
            throw new Failure.Conflict("Nobody closes their own account here. Ask another administrator.");
        }
        accounts.activate(id, active, clock.instant());
        return accounts.byId(id);
    }
}
