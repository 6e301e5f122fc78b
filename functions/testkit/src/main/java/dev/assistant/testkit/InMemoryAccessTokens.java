package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.Caller;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tokens that are looked up. Thread-safe. */
public final class InMemoryAccessTokens implements AccessTokens {
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    @Override
    public String issue(User user, SessionId session, Instant now) {
        String token = "access-token-" + (issued.size() + 1) + "-" + session;
        Caller caller = Caller.signedIn(user.id(), user.role(), session);
        issued.put(token, new Issued(caller, now.plus(LIFETIME)));
        return token;
    }

    @Override
    public Caller verify(String token, Instant now) {
        @Nullable Issued found = issued.get(token);
        if (found == null || !now.isBefore(found.until())) {
            throw new Failure.NotSignedIn("The access token does not hold. Sign in again.");
        }
        return found.caller();
    }

    private record Issued(Caller caller, Instant until) {}
}
