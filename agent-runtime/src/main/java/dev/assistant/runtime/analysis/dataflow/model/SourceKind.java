package dev.assistant.runtime.analysis.dataflow.model;

/** Kinds of source that the engine itself makes; data files may name more. */
public final class SourceKind {
    /** Sent by whoever uses the program. */
    public static final String USER_INPUT = "user-input";

    /** Typed or passed by whoever starts the program. */
    public static final String CONSOLE_INPUT = "console-input";

    /** Passed to a function by callers that were not submitted. */
    public static final String PARAMETER = "parameter";

    private SourceKind() {}
}
