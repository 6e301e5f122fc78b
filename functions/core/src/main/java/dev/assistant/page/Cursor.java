package dev.assistant.page;

import java.time.Instant;
import java.util.UUID;

/**
 * The last item that a caller has seen of a list, in an order by time or by name.
 *
 * @param at the item's time
 * @param id the item's id, which orders items of the same instant
 * @param name the item's name in lists that are ordered by name; otherwise empty
 */
public record Cursor(Instant at, UUID id, String name) {
    /** For a list in the order of time. */
    public Cursor(Instant at, UUID id) {
        this(at, id, "");
    }
}
