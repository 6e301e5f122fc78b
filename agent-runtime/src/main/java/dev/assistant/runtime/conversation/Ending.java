package dev.assistant.runtime.conversation;

/**
 * How a conversation came to its end.
 *
 * @param why in words for the job's owner
 */
public record Ending(Kind kind, String why) {
    /** What ended it. */
    public enum Kind {
        /** Whoever decides that said that it is done. */
        DONE,
        /** Everybody had as many turns as allowed; what was said stands. */
        MAX_ROUNDS,
        /** A person approved. */
        APPROVED,
        /** A person rejected, or did not answer in time. */
        REJECTED,
        /** A person is to be asked; it goes on when the answer is there. */
        ASKS_PERSON,
        /** What the job may spend is used up. */
        OVERDRAWN,
        /** A turn came to nothing. */
        FAILED
    }

    /** Whether everything that was to be said has been said. */
    public boolean isComplete() {
        return switch (kind) {
            case DONE, MAX_ROUNDS, APPROVED, REJECTED -> true;
            case ASKS_PERSON, OVERDRAWN, FAILED -> false;
        };
    }
}
