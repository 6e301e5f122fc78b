package dev.assistant.runtime.analysis.dataflow.model;

/** Sets of weaknesses that data can no longer cause, as bits by {@link Weakness#index()}. */
public final class Cleared {
    public static final long NONE = 0;
    public static final long ALL = -1;

    private Cleared() {}
}
