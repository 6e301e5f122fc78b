package dev.assistant.runtime.analysis.dataflow;

/** How much work one function may take. Not thread-safe. */
final class Budget {
    /** Beyond this many evaluations calls that get untrusted data are no longer followed. */
    private static final int FOLLOWING = 6_000;

    /** Beyond this many other calls are not: what they give is mostly not needed. */
    private static final int FOLLOWING_HARMLESS = 1_000;

    /** Beyond this many the function is given up. */
    private static final int ALL = 60_000;

    /** Calls are followed this deep. */
    static final int CALL_DEPTH = 6;

    private int spent;

    /** A function took more work than allowed. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("too much work", null, false, false);
        }
    }

    void spend() {
        spend(1);
    }

    /** Notes work of several evaluations' size. */
    void spend(int work) {
        spent += work;
        if (spent > ALL || ((spent & 0xFF) == 0 && Thread.currentThread().isInterrupted())) {
            throw new Exhausted();
        }
    }

    /** Whether a call may be followed, at a depth, with or without untrusted data. */
    boolean allowsFollowing(boolean untrusted, int depth) {
        return untrusted ? spent < FOLLOWING : spent < FOLLOWING_HARMLESS && depth < CALL_DEPTH / 2;
    }
}
