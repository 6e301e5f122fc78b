package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.SourceFile;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a plugin may stay at one file.
 *
 * @param base for any file, and for what comes before the first
 * @param perMillion more for each million characters
 */
record TimeLimit(Duration base, Duration perMillion) {
    /** Several times what the slowest plugin needs on two busy cores. */
    static final TimeLimit USUAL = new TimeLimit(Duration.ofSeconds(30), Duration.ofSeconds(120));

    Duration of(Optional<SourceFile> file) {
        long length = file.map(found -> found.content().length()).orElse(0);
        return base.plus(perMillion.multipliedBy(length).dividedBy(1_000_000));
    }
}
