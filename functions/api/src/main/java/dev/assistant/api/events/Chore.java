package dev.assistant.api.events;

import java.util.function.IntSupplier;

/**
 * Something that the sweep does.
 *
 * @param name what was done, in the past, such as {@code enqueued}
 * @param work does it and answers how often; throws {@link dev.assistant.failure.Failure.Unavailable} when it has to wait
 */
public record Chore(String name, IntSupplier work) {}
