package dev.assistant.adapters.postgres;

import dev.assistant.identity.LinkTicket;
import dev.assistant.identity.LinkTickets;
import dev.assistant.identity.Provider;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.UserId;
import java.time.Instant;

/** Tickets, by hash, in {@code link_tickets}. Thread-safe. */
public final class PostgresLinkTickets implements LinkTickets {
    private final Database database;

    public PostgresLinkTickets(Database database) {
        this.database = database;
    }

    @Override
    public void issue(UserId owner, SessionId session, Provider provider, LinkTicket ticket, Instant now) {
        database.query(sql -> sql.sql("""
                        insert into link_tickets (session_id, user_id, provider, token_hash, expires_at)
                        select s.id, s.user_id, :provider, :hash, :expires_at
                        from sessions s
                        where s.id = :session and s.user_id = :owner
                        on conflict (session_id) do update
                        set provider = excluded.provider,
                            token_hash = excluded.token_hash,
                            expires_at = excluded.expires_at
                        """)
                .param("owner", owner.value())
                .param("session", session.value())
                .param("provider", provider.word())
                .param("hash", ticket.hash())
                .param("expires_at", Columns.time(now.plus(LinkTicket.LIFETIME)))
                .update());
    }

    @Override
    public boolean use(UserId owner, SessionId session, Provider provider, LinkTicket ticket, Instant now) {
        int used = database.query(sql -> sql.sql("""
                        delete from link_tickets
                        where session_id = :session and user_id = :owner and provider = :provider
                          and token_hash = :hash and expires_at > :now
                        """)
                .param("owner", owner.value())
                .param("session", session.value())
                .param("provider", provider.word())
                .param("hash", ticket.hash())
                .param("now", Columns.time(now))
                .update());
        return used > 0;
    }
}
