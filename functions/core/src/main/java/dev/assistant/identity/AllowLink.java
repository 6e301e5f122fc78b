package dev.assistant.identity;

import dev.assistant.failure.Failure;
import java.time.InstantSource;

/**
 * Lets somebody who is signed in link a provider's account with their own, once and soon.
 *
 * <p>The account's address must be confirmed: who takes an address first would else keep a way into the account after its
 * owner has taken it over (pre-hijacking, as in {@link SignInThroughProvider}). Thread-safe.
 */
public final class AllowLink {
    private final Users users;
    private final LinkedIdentities identities;
    private final LinkTickets tickets;
    private final Secrets secrets;
    private final InstantSource clock;

    public AllowLink(
            Users users, LinkedIdentities identities, LinkTickets tickets, Secrets secrets, InstantSource clock) {
        this.users = users;
        this.identities = identities;
        this.tickets = tickets;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @throws Failure.Forbidden while the account's address is not confirmed
     * @throws Failure.Conflict when an account of the provider is linked already
     */
    public LinkTicket allow(UserId owner, SessionId session, Provider provider) {
        if (!users.byId(owner).emailVerified()) {
            throw new Failure.Forbidden("Confirm your mail address first, by the link in the mail that we sent you.");
        }
        if (identities.of(owner).stream().anyMatch(linked -> linked.provider() == provider)) {
            throw new Failure.Conflict(
                    "A %s account is linked already. Remove it first to link another.".formatted(provider.label()));
        }
        LinkTicket ticket = new LinkTicket(secrets.next());
        tickets.issue(owner, session, provider, ticket, clock.instant());
        return ticket;
    }
}
