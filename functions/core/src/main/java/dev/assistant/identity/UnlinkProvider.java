package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.InstantSource;

/** Removes a provider from the ways into an account, and tells its owner. Sessions stay as they are. Thread-safe. */
public final class UnlinkProvider {
    private final Users users;
    private final LinkedIdentities identities;
    private final AccountMails mails;
    private final InstantSource clock;

    public UnlinkProvider(Users users, LinkedIdentities identities, AccountMails mails, InstantSource clock) {
        this.users = users;
        this.identities = identities;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * @throws Failure.NotFound when no account of the provider is linked
     * @throws Failure.Conflict when it is the last way in
     */
    public void unlink(UserId owner, Provider provider) {
        identities.unlink(owner, provider, clock.instant());
        User user = users.byId(owner);
        mails.sendIfPossible(new AccountMail.ProviderUnlinked(user.email(), user.username(), provider));
    }
}
