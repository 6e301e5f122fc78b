package dev.assistant.runtime.model;

import dev.assistant.model.ModelCall.Outcome;
import java.time.Duration;
import java.util.Optional;

/** One call of one model came to nothing. */
final class CallFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient Optional<Duration> retryAfter;

    CallFailure(Reason reason, Optional<Duration> retryAfter, Throwable cause) {
        super(reason.words, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    CallFailure(Reason reason, Throwable cause) {
        this(reason, Optional.empty(), cause);
    }

    Reason reason() {
        return reason;
    }

    /** When the provider would be asked again, if it says so. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Why, and what that means for what to do next. */
    enum Reason {
        THROTTLED("takes no more requests for the moment", Outcome.THROTTLED, true, true),
        TIMED_OUT("did not answer in time", Outcome.TIMED_OUT, true, true),
        DOWN("does not answer", Outcome.FAILED, true, true),
        BROKEN_OFF("broke off its answer", Outcome.FAILED, true, true),
        GARBLED("answered something that cannot be read", Outcome.FAILED, true, true),
        DENIED("may not be used with these credentials, or is not there", Outcome.REJECTED, false, true),
        REJECTED("does not take such a request", Outcome.REJECTED, false, false);

        private final String words;
        private final Outcome outcome;
        private final boolean isRetried;
        private final boolean isElsewhereTried;

        Reason(String words, Outcome outcome, boolean isRetried, boolean isElsewhereTried) {
            this.words = words;
            this.outcome = outcome;
            this.isRetried = isRetried;
            this.isElsewhereTried = isElsewhereTried;
        }

        /** What the model does, for a sentence that begins with it. */
        String words() {
            return words;
        }

        Outcome outcome() {
            return outcome;
        }

        /** Whether the same model may answer when it is asked again. */
        boolean isRetried() {
            return isRetried;
        }

        /** Whether another model may answer. */
        boolean isElsewhereTried() {
            return isElsewhereTried;
        }

        /** Whether the provider may charge for what it was asked, although it said nothing. */
        boolean mayBeCharged() {
            return this == TIMED_OUT || this == BROKEN_OFF || this == GARBLED;
        }
    }
}
