package dev.assistant.runtime.model;

/** No model gave an answer that can be used. The message is for the job's owner: no keys, no addresses, no code. */
public final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    public ModelFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ModelFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** What stood in the way. */
    public enum Kind {
        /** Throttled, timed out or down, after all retries and fallbacks. */
        UNAVAILABLE,
        /** The request cannot be served as it is: too long for the model, or the account may not use it. */
        REJECTED,
        /** The job's tokens, money, calls or time are used up; nothing was sent. */
        BUDGET
    }
}
