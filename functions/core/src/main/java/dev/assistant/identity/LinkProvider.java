package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Links a provider's account with the account that somebody is signed in to, and tells its owner. The provider's address plays
 * no part: the session and its ticket say whose account it is. Thread-safe.
 */
public final class LinkProvider implements ProviderLinks {
    private final VerifyAccess verifyAccess;
    private final LinkTickets tickets;
    private final Users users;
    private final LinkedIdentities identities;
    private final AccountMails mails;
    private final InstantSource clock;

    public LinkProvider(
            VerifyAccess verifyAccess,
            LinkTickets tickets,
            Users users,
            LinkedIdentities identities,
            AccountMails mails,
            InstantSource clock) {
        this.verifyAccess = verifyAccess;
        this.tickets = tickets;
        this.users = users;
        this.identities = identities;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void link(ProviderIdentity identity, LinkProof proof) {
        Instant now = clock.instant();
        Caller caller = verifyAccess.verify(proof.accessToken());
        boolean allowed = caller.session()
                .map(session -> tickets.use(caller.user(), session, identity.provider(), proof.ticket(), now))
                .orElse(false);
        if (!allowed) {
            throw new Failure.Forbidden(
                    "This was not begun in the session that you are in now, or took longer than %d minutes. Start again in the settings."
                            .formatted(LinkTicket.LIFETIME.toMinutes()));
        }
        User owner = users.byId(caller.user());
        requireFree(owner.id(), identity);
        identities.link(owner.id(), identity, now);
        mails.sendIfPossible(new AccountMail.ProviderLinked(owner.email(), owner.username(), identity.provider()));
    }

    /** Says which of the two is taken; storing refuses both alike. */
    private void requireFree(UserId owner, ProviderIdentity identity) {
        boolean elsewhere =
                identities.find(identity).filter(other -> !other.equals(owner)).isPresent();
        if (elsewhere) {
            throw new Failure.Conflict(
                    "This %s account is linked with another account here. Sign in with it and remove it there first, or choose another."
                            .formatted(identity.provider().label()));
        }
    }
}
