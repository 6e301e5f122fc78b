package dev.assistant.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Whoever sent a request, after their credentials held.
 *
 * @param session the session of a browser or bearer token; empty for an API key
 */
public record Caller(UserId user, Role role, Set<Scope> scopes, Optional<SessionId> session) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the credential may be used for this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
