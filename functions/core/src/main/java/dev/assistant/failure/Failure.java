package dev.assistant.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that the product refuses or cannot do, in words that a person can act on. Edges map each kind once (HTTP to
 * problem+json, a queue worker to retry or record). Messages are safe to show: no code, tokens, SQL or provider's text.
 */
public abstract sealed class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Failure(String message) {
        super(message);
    }

    private Failure(String message, Throwable cause) {
        super(message, cause);
    }

    /** What happened and what to do about it. Never null for a failure. */
    public final String explanation() {
        return String.valueOf(getMessage());
    }

    /** The thing does not exist, or belongs to somebody else: callers cannot tell which (SPEC section 2). */
    public static final class NotFound extends Failure {
        private static final long serialVersionUID = 1L;

        public NotFound(String what) {
            super("There is no such " + what + ", or it is not yours. Check the id.");
        }
    }

    /** The input could not be read at all. */
    public static final class Malformed extends Failure {
        private static final long serialVersionUID = 1L;

        public Malformed(String explanation) {
            super(explanation);
        }
    }

    /** The input was read but breaks rules; {@link #errors()} names each. */
    public static final class Invalid extends Failure {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        public Invalid(List<FieldError> errors) {
            super(errors.size() == 1 ? errors.getFirst().message() : errors.size() + " fields need another value.");
            this.errors = List.copyOf(errors);
        }

        public Invalid(String field, String message) {
            this(List.of(new FieldError(field, message)));
        }

        /** At least one error, in the order found. */
        public List<FieldError> errors() {
            return errors;
        }
    }

    /** Nobody is signed in, or the credentials do not (any longer) hold. */
    public static final class NotSignedIn extends Failure {
        private static final long serialVersionUID = 1L;

        public NotSignedIn(String explanation) {
            super(explanation);
        }
    }

    /** The caller is known and may not do this. */
    public static final class Forbidden extends Failure {
        private static final long serialVersionUID = 1L;

        public Forbidden(String explanation) {
            super(explanation);
        }
    }

    /** The present state does not allow this. */
    public static final class Conflict extends Failure {
        private static final long serialVersionUID = 1L;

        public Conflict(String explanation) {
            super(explanation);
        }
    }

    /** The input is larger than the product takes this way. */
    public static final class TooLarge extends Failure {
        private static final long serialVersionUID = 1L;

        public TooLarge(String explanation) {
            super(explanation);
        }
    }

    /** Too often; {@link #retryAfter()} says when it can work again. */
    public static final class LimitReached extends Failure {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;
        private final transient Optional<UsedUp> usedUp;

        public LimitReached(String explanation, Duration retryAfter) {
            super(explanation);
            this.retryAfter = retryAfter;
            this.usedUp = Optional.empty();
        }

        public LimitReached(String explanation, Duration retryAfter, UsedUp usedUp) {
            super(explanation);
            this.retryAfter = retryAfter;
            this.usedUp = Optional.of(usedUp);
        }

        /** The quota that is used up; empty when it was only too fast. */
        public Optional<UsedUp> usedUp() {
            return usedUp;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Something that the product depends on does not answer; trying again later can help. */
    public static final class Unavailable extends Failure {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        public Unavailable(String dependency, Duration retryAfter, Throwable cause) {
            super("The " + dependency + " does not answer at the moment. Try again shortly.", cause);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
