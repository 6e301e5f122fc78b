package dev.assistant.review;

import java.util.Locale;

/** Whether models took part in a review; said on every surface. */
public enum AnalysisMode {
    DETERMINISTIC,
    AGENTS;

    /** The name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
