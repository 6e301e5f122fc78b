package dev.assistant.api.analytics;

import dev.assistant.analytics.Share;
import org.jspecify.annotations.Nullable;

/** A part of what was found, on the wire. Grows only by optional fields. */
record ShareDocument(
        String name,
        long reviews,
        long findings,
        long dismissed,
        @Nullable Double dismissedShare) {
    static ShareDocument of(Share share) {
        return new ShareDocument(
                share.name(),
                share.reviews(),
                share.findings(),
                share.dismissed(),
                share.dismissedShare().map(Numbers::share).orElse(null));
    }
}
