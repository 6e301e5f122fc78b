package dev.assistant.api.http;

import dev.assistant.limit.Limit;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How often an operation may be called; the contract's {@code x-rate-class}. */
public enum RateClass {
    /** Free for everybody: cheap answers that monitors and browsers ask for. */
    PUBLIC,
    /** Accounts and sessions: by user, or by network address for those who are not signed in. */
    AUTH,
    /** Limited by its use case, per account and address. */
    LOGIN,
    READ,
    WRITE,
    SUBMIT;

    /** Requests of one person (SPEC section 3), of one API key, or of one network address before anybody is known. */
    private static final Limit PER_CALLER = new Limit(100, Duration.ofMinutes(1));

    static RateClass named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The limit that the edge enforces; what a caller does in any limited class counts together. */
    Optional<Limit> limit() {
        return switch (this) {
            case PUBLIC, LOGIN -> Optional.empty();
            case AUTH, READ, WRITE, SUBMIT -> Optional.of(PER_CALLER);
        };
    }
}
