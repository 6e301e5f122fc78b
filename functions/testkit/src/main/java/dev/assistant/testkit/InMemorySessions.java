package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.identity.OpenedSession;
import dev.assistant.identity.RefreshToken;
import dev.assistant.identity.Session;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.Sessions;
import dev.assistant.identity.UserId;
import dev.assistant.identity.Users;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
        tokens.put(token.hash(), new Token(session, now, expiresAt, Optional.empty()));
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
                        token.createdAt(),
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
    public synchronized List<OpenedSession> opened(UserId owner, int limit, Instant now) {
        return sessions.values().stream()
                .filter(session -> session.user().equals(owner) && isActive(session.id(), now))
                .map(session -> opened(session, now))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (OpenedSession opened) -> opened.session().createdAt())
                        .reversed())
                .limit(limit)
                .toList();
    }

    /** Empty when its refresh tokens have all expired. */
    private Optional<OpenedSession> opened(Session session, Instant now) {
        return tokens.values().stream()
                .filter(token -> token.session().equals(session) && now.isBefore(token.expiresAt()))
                .map(Token::createdAt)
                .max(Comparator.naturalOrder())
                .map(refreshedAt -> new OpenedSession(session, refreshedAt));
    }

    @Override
    public synchronized void end(UserId owner, SessionId id, Instant now) {
        @Nullable Session session = sessions.get(id);
        if (session == null || !session.user().equals(owner) || !isActive(id, now)) {
            throw new Failure.NotFound("session");
        }
        revoke(id, now);
    }

    @Override
    public synchronized boolean isActive(SessionId id, Instant now) {
        @Nullable Session session = sessions.get(id);
        return session != null
                && !revoked.contains(id)
                && now.isBefore(session.expiresAt())
                && users.byId(session.user()).active();
    }

    private record Token(Session session, Instant createdAt, Instant expiresAt, Optional<Instant> usedAt) {}
}
