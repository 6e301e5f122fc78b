package dev.assistant.runtime.mcp;

/** Why a tool did not do what was asked, in words that a model can act on: nothing of the machine, no provider's text. */
public final class ToolFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public ToolFailure(String explanation) {
        super(explanation);
    }

    public ToolFailure(String explanation, Throwable cause) {
        super(explanation, cause);
    }

    /** What happened and what to do about it. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
