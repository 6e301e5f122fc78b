package dev.assistant.review;

import java.util.Locale;

/** How a finding stands to the review that its own is compared with; found again by its fingerprint. */
public enum Change {
    /** It was not there before. */
    NEW,
    /** It was there before, as bad or worse. */
    UNCHANGED,
    /** It was there before and is more severe now. */
    WORSENED;

    /** The name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
