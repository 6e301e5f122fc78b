package dev.assistant.review;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of one submitted file.
 *
 * @param reason why it was not wholly reviewed; empty when it was
 * @param lines how many lines it has
 * @param reused whether what analysers say about it alone was taken from an earlier review, since it is unchanged
 */
public record FileCoverage(String path, Status status, Optional<String> reason, int lines, boolean reused) {
    /** A file that was analysed now. */
    public FileCoverage(String path, Status status, Optional<String> reason, int lines) {
        this(path, status, reason, lines, false);
    }

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
