package dev.assistant.identity;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever sent a request, after their credentials held.
 *
 * @param session the session of a browser or bearer token; empty for an API key
 * @param key the API key; empty for a session
 */
public record Caller(UserId user, Role role, Set<Scope> scopes, Optional<SessionId> session, Optional<ApiKeyId> key) {
    public Caller {
        scopes = Set.copyOf(scopes);
        if (session.isPresent() == key.isPresent()) {
            throw new IllegalArgumentException("a caller comes with a session or with a key");
        }
    }

    /** Somebody who signed in, and may do whatever they may at all. */
    public static Caller signedIn(UserId user, Role role, SessionId session) {
        return new Caller(user, role, EnumSet.allOf(Scope.class), Optional.of(session), Optional.empty());
    }

    /** A program with a key of its owner's. */
    public static Caller withKey(UserId owner, Role role, ApiKeyId key, Set<Scope> scopes) {
        return new Caller(owner, role, scopes, Optional.empty(), Optional.of(key));
    }

    /** Whether the credential may be used for this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
