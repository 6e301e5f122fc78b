package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.Session;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.Sessions;
import dev.assistant.identity.Users;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sessions in memory. Thread-safe. */
public final class InMemorySessions implements Sessions {
    private final Users users;
    private final Map<SessionId, Session> sessions = new HashMap<>();
    private final Set<SessionId> revoked = new HashSet<>();
    private final Map<String, Token> tokens = new HashMap<>();

    /** @param users tells whether a session's account is active */
    public InMemorySessions(Users users) {
        this.users = users;
    }

    @Override
    public synchronized void open(Session session, RefreshToken first, Instant now) {
        sessions.put(session.id(), session);
        addToken(session, first, now);
    }

    private void addToken(Session session, RefreshToken token, Instant now) {
        Instant end = now.plus(Session.REFRESH_LIFETIME);
        Instant expiresAt = end.isBefore(session.expiresAt()) ? end : session.expiresAt();
        tokens.put(token.hash(), new Token(session, expiresAt, Optional.empty()));
    }

    @Override
    public synchronized Session rotate(RefreshToken used, RefreshToken successor, Instant now) {
        @Nullable Token token = tokens.get(used.hash());
        if (token == null
                || !now.isBefore(token.expiresAt())
                || !isActive(token.session().id(), now)) {
            throw ended();
        }
        if (token.usedAt().isPresent() && !now.isBefore(token.usedAt().get().plus(Session.GRACE))) {
            revoke(token.session().id(), now);
            throw ended();
        }
        tokens.put(
                used.hash(),
                new Token(
                        token.session(),
                        token.expiresAt(),
                        Optional.of(token.usedAt().orElse(now))));
        addToken(token.session(), successor, now);
        return token.session();
    }

    private static Failure.NotSignedIn ended() {
        return new Failure.NotSignedIn("The session has ended. Sign in again.");
    }

    @Override
    public synchronized void revoke(SessionId id, Instant now) {
        revoked.add(id);
    }

    @Override
    public synchronized boolean isActive(SessionId id, Instant now) {
        @Nullable Session session = sessions.get(id);
        return session != null
                && !revoked.contains(id)
                && now.isBefore(session.expiresAt())
                && users.byId(session.user()).active();
    }

    private record Token(Session session, Instant expiresAt, Optional<Instant> usedAt) {}
}
