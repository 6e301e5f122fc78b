package dev.assistant.runtime.codebase.chunk;

import dev.assistant.runtime.analysis.syntax.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Cuts stretches of lines into windows. A line is never cut, so one that is longer makes a longer window. */
final class Windows {
    /** A window is at least as large as one part in so many, or a cut at a good border would leave crumbs. */
    private static final int SMALLEST = 2;

    private final SourceText source;
    private final int[] borders;

    /** @param borders by line, how good it is to cut before it */
    Windows(SourceText source, int[] borders) {
        this.source = source;
        this.borders = borders;
    }

    /** Lines of a text, from 1, both held. */
    record Window(int first, int last) {
        private static final int LONGEST_LINE = 2_000;

        /** Its lines; very long ones are cut off. */
        String text(SourceText source) {
            StringBuilder text = new StringBuilder();
            for (int line = first; line <= last; line++) {
                String own = source.lineText(line);
                text.append(own.length() > LONGEST_LINE ? own.substring(0, LONGEST_LINE) + "…" : own);
                text.append('\n');
            }
            return text.toString().stripTrailing();
        }
    }

    List<Window> of(int first, int last, int characters) {
        List<Window> windows = new ArrayList<>();
        int start = firstOf(first, last);
        while (start <= last) {
            int end = end(start, last, characters);
            windows.add(new Window(start, lastOf(start, end)));
            start = firstOf(end + 1, last);
        }
        return windows;
    }

    private int end(int start, int last, int characters) {
        int length = 0;
        int line = start;
        while (line <= last && (line == start || length + length(line) <= characters)) {
            length += length(line++);
        }
        if (line > last) {
            return last;
        }
        int full = line;
        int best = full;
        int passed = length;
        for (int cut = full; cut > start; cut--) {
            if (borders[cut] < borders[best]) {
                best = cut;
            }
            passed -= length(cut - 1);
            if (passed < characters / SMALLEST) {
                break;
            }
        }
        return best - 1;
    }

    private int length(int line) {
        return source.lineText(line).length() + 1;
    }

    private int firstOf(int first, int last) {
        int line = first;
        while (line <= last && source.lineText(line).isBlank()) {
            line++;
        }
        return line;
    }

    private int lastOf(int first, int last) {
        int line = last;
        while (line > first && source.lineText(line).isBlank()) {
            line--;
        }
        return line;
    }
}
