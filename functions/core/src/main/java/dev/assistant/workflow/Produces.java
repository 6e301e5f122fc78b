package dev.assistant.workflow;

import java.util.Locale;

/** What comes of a workflow. */
public enum Produces {
    REVIEW,
    DOCUMENT,
    PLAN,
    ANSWER;

    /** The name in the API and in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
