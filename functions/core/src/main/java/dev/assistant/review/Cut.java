package dev.assistant.review;

import java.util.NavigableSet;
import java.util.function.IntToLongFunction;

/**
 * The end of a piece of a file, between two lines always, and between two functions where that leaves at least half of a piece.
 *
 * @param last the piece's last line, from 1
 * @param isBetweenFunctions whether nothing is torn apart
 */
record Cut(int last, boolean isBetweenFunctions) {
    /**
     * Cuts off a piece.
     *
     * @param first the piece's first line
     * @param atLeast the earliest line that it may end with, however long the lines are
     * @param end the file's last line
     * @param room what it may hold, in the unit of {@code size}
     * @param size of a line
     * @param points lines that functions begin with
     */
    static Cut after(int first, int atLeast, int end, long room, IntToLongFunction size, NavigableSet<Integer> points) {
        long left = room;
        int last = first - 1;
        while (last < end && (last < atLeast || left >= size.applyAsLong(last + 1))) {
            left -= size.applyAsLong(++last);
        }
        if (last == end) {
            return new Cut(end, true);
        }
        Integer point = points.floor(last + 1);
        return point != null && point > first + (last - first) / 2 ? new Cut(point - 1, true) : new Cut(last, false);
    }
}
