package dev.assistant.review;

import dev.assistant.identity.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person decided about a finding. Without a decision a finding is open.
 *
 * @param reason why; always there for a dismissal, never otherwise
 * @param comment in the person's words
 * @param author who decided
 * @param expiresAt when the finding is open again; empty for a decision that stands
 */
public record Triage(
        State state,
        Optional<Reason> reason,
        Optional<String> comment,
        UserId author,
        Instant decidedAt,
        Optional<Instant> expiresAt) {
    public Triage {
        if (reason.isPresent() != (state == State.DISMISSED)) {
            throw new IllegalArgumentException("a dismissal has a reason, and nothing else has one");
        }
    }

    /** Where a finding stands. */
    public enum State {
        /** Nobody has judged it, or its judgement was taken back. */
        OPEN,
        /** It is a problem and will be dealt with; it counts like an open one. */
        ACCEPTED,
        /** It is no problem here: it stays visible, but counts nowhere. */
        DISMISSED;

        /** The name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a finding was dismissed. */
    public enum Reason {
        FALSE_POSITIVE("false positive"),
        WONT_FIX("won't fix"),
        USED_IN_TESTS("used in tests"),
        MITIGATED("mitigated elsewhere"),
        OTHER("other");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The reason as people write it. */
        public String words() {
            return words;
        }
    }

    /** Whether the finding counts nowhere. */
    public boolean isDismissal() {
        return state == State.DISMISSED;
    }

    /** Whether it still holds at that time. */
    public boolean holdsAt(Instant time) {
        return expiresAt.filter(expires -> !expires.isAfter(time)).isEmpty();
    }
}
