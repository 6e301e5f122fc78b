package dev.assistant.review;

import java.util.Locale;

/** What kind of problem a finding is. */
public enum Category {
    SECURITY,
    BUG,
    PERFORMANCE,
    MAINTAINABILITY,
    STYLE,
    DOCUMENTATION;

    /** The name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
