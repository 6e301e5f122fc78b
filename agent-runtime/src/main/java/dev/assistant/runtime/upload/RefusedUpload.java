package dev.assistant.runtime.upload;

/** An upload that is not what it should be; the message tells its owner what to change. */
public final class RefusedUpload extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedUpload(String explanation) {
        super(explanation);
    }

    public RefusedUpload(String explanation, Throwable cause) {
        super(explanation, cause);
    }

    /** What is wrong and what to do. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
