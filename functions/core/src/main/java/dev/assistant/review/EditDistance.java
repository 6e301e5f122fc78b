package dev.assistant.review;

import java.util.Arrays;

/** How many characters must be inserted, deleted or replaced to make one text of another (Levenshtein). */
final class EditDistance {
    private EditDistance() {}

    /** The distance when it is at most the limit, else more than that; looks only at what can be within the limit. */
    static int within(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return limit + 1;
        }
        int[] before = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int column = 0; column < before.length; column++) {
            before[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            Arrays.fill(now, limit + 1);
            now[0] = row;
            int best = row;
            int from = Math.max(1, row - limit);
            int to = Math.min(other.length(), row + limit);
            for (int column = from; column <= to; column++) {
                int replaced = before[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(replaced, Math.min(before[column], now[column - 1]) + 1);
                best = Math.min(best, now[column]);
            }
            if (best > limit) {
                return limit + 1;
            }
            int[] spare = before;
            before = now;
            now = spare;
        }
        return before[other.length()];
    }
}
