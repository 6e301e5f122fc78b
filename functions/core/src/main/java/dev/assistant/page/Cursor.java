package dev.assistant.page;

import java.time.Instant;
import java.util.UUID;

/**
 * The last item that a caller has seen of a list ordered by time and id, newest first.
 *
 * @param at the item's time
 * @param id the item's id, which orders items of the same instant
 */
public record Cursor(Instant at, UUID id) {}
