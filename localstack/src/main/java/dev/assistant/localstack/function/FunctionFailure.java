package dev.assistant.localstack.function;

/** A function gave no answer. The message is for the log, never for a client. */
public final class FunctionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** It threw, or its process ended. */
        FAILED,
        /** It took longer than it may. */
        TIMED_OUT,
        /** The event is larger than Lambda takes. */
        EVENT_TOO_LARGE
    }

    private final Kind kind;

    public FunctionFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public FunctionFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
