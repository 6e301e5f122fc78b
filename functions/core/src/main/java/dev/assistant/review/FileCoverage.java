package dev.assistant.review;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of one submitted file.
 *
 * @param reason why it was not wholly reviewed; empty when it was
 * @param lines how many lines it has
 */
public record FileCoverage(String path, Status status, Optional<String> reason, int lines) {
    /** How much of the file was looked at. */
    public enum Status {
        REVIEWED,
        PARTIAL,
        SKIPPED;

        /** The name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
