package dev.assistant.page;

import java.util.Optional;

/**
 * Which page of a list is wanted.
 *
 * @param limit how many items at most, 1 to 100
 * @param after the last item already seen; empty for the first page
 */
public record PageRequest(int limit, Optional<Cursor> after) {
    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 20;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", was " + limit);
        }
    }
}
