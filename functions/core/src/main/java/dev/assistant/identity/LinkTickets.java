package dev.assistant.identity;

import java.time.Instant;

/** The tickets that were given out and not used yet, by hash. Thread-safe. */
public interface LinkTickets {
    /** Stores a ticket for {@link LinkTicket#LIFETIME}. Earlier ones of the session stop working. */
    void issue(UserId owner, SessionId session, Provider provider, LinkTicket ticket, Instant now);

    /**
     * Uses a ticket up. Of several who use it at once, one succeeds.
     *
     * @return false when it was not given out to this owner in this session for this provider, was used, or has expired; what
     *     somebody else holds stays as it is
     */
    boolean use(UserId owner, SessionId session, Provider provider, LinkTicket ticket, Instant now);
}
