package dev.assistant.runtime.analysis.patterns;

/** How much work one file may cause. Not thread-safe. */
final class Budget {
    private long left;

    Budget(long steps) {
        this.left = steps;
    }

    /** @throws Spent when it is used up, or the thread is interrupted */
    void spend() {
        if (--left < 0) {
            throw new Spent();
        }
        if ((left & 0xFFFF) == 0 && Thread.currentThread().isInterrupted()) {
            throw new Spent();
        }
    }

    /** A file needs more work than files are given. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("the work for one file is used up", null, false, false);
        }
    }
}
