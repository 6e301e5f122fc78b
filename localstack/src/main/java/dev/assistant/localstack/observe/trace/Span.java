package dev.assistant.localstack.observe.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that was done.
 *
 * @param service who did it
 * @param attributes by name
 */
public record Span(
        String trace,
        String id,
        Optional<String> parent,
        String service,
        String name,
        Instant start,
        Instant end,
        boolean failed,
        Map<String, String> attributes) {
    public Span {
        attributes = new TreeMap<>(attributes);
    }

    public Duration took() {
        return Duration.between(start, end);
    }
}
