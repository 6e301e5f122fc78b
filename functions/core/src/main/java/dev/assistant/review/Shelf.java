package dev.assistant.review;

import java.util.Locale;

/** How well a finding is confirmed (ARCHITECTURE section 4). */
public enum Shelf {
    /** A deterministic analyser reported it. */
    TOOL_CONFIRMED,
    /** An agent claimed it and a second pass confirmed it against the code. */
    VERIFIED,
    /** An agent claimed it and nothing confirmed or refuted it. */
    UNVERIFIED;

    /** The name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
