package dev.assistant.api.users;

import dev.assistant.identity.OpenedSession;
import dev.assistant.identity.Session;
import dev.assistant.identity.SessionId;
import java.time.Instant;

/** A session on the wire. Grows only by optional fields. */
record SessionDocument(
        String id,
        boolean current,
        String address,
        String agent,
        Instant createdAt,
        Instant refreshedAt,
        Instant expiresAt) {

    static SessionDocument of(OpenedSession opened, SessionId asking) {
        Session session = opened.session();
        return new SessionDocument(
                session.id().toString(),
                session.id().equals(asking),
                session.client().address(),
                session.client().agent(),
                session.createdAt(),
                opened.refreshedAt(),
                session.expiresAt());
    }
}
