package dev.assistant.runtime.analysis.dataflow;

/** How much work one function may take. Not thread-safe. */
final class Budget {
    /** Beyond this many evaluations calls are no longer followed. */
    private static final int FOLLOWING = 30_000;

    /** Beyond this many the function is given up. */
    private static final int ALL = 200_000;

    /** Calls are followed this deep. */
    static final int CALL_DEPTH = 8;

    private int spent;

    /** A function took more work than allowed. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("too much work", null, false, false);
        }
    }

    void spend() {
        if (++spent > ALL || (spent % 1024 == 0 && Thread.currentThread().isInterrupted())) {
            throw new Exhausted();
        }
    }

    boolean allowsFollowing() {
        return spent < FOLLOWING;
    }
}
