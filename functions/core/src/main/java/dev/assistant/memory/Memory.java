package dev.assistant.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was noted.
 *
 * @param text without secrets
 * @param importance 1, a detail, to 5, never to be forgotten
 * @param vector what the text means; empty when it could not be computed
 */
public record Memory(
        UUID id,
        String text,
        List<String> tags,
        int importance,
        Instant createdAt,
        Instant updatedAt,
        Optional<MemoryVector> vector) {
    public static final int LEAST_IMPORTANT = 1;
    public static final int MOST_IMPORTANT = 5;

    public Memory {
        tags = List.copyOf(tags);
        if (text.isBlank() || importance < LEAST_IMPORTANT || importance > MOST_IMPORTANT) {
            throw new IllegalArgumentException("a memory has a text and an importance from 1 to 5");
        }
    }
}
