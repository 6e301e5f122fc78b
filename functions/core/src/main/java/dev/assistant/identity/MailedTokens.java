package dev.assistant.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The tokens that were mailed and not used yet, by hash. Thread-safe. */
public interface MailedTokens {
    /** What a token may be used for, and for how long. */
    enum Purpose {
        VERIFY_ADDRESS(Duration.ofDays(1)),
        RESET_PASSWORD(Duration.ofHours(1));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        public Duration lifetime() {
            return lifetime;
        }
    }

    /** Stores a token. Earlier ones for the same person and purpose stop working: the newest mail counts. */
    void issue(UserId owner, Purpose purpose, MailedToken token, Instant now);

    /** Whose token it is while it can be used; empty when it is unknown, used, expired or for something else. */
    Optional<UserId> find(MailedToken token, Purpose purpose, Instant now);

    /** The same, and the token is used up. Of several who use it at once, one succeeds. */
    Optional<UserId> use(MailedToken token, Purpose purpose, Instant now);
}
