package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.TextRange;
import java.util.ArrayList;
import java.util.List;

/** A text by lines and columns, both counted from 1. */
final class Lines {
    private final String text;
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    Lines(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pairFollows = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pairFollows)) {
                starts.add(i + 1);
            }
        }
    }

    String text() {
        return text;
    }

    /** Where in the text a place is; -1 when there is no such place. */
    int offset(int line, int column) {
        if (line > starts.size()) {
            return -1;
        }
        int offset = starts.get(line - 1) + column - 1;
        int end = line < starts.size() ? starts.get(line) : text.length();
        return offset <= end ? offset : -1;
    }

    /** The first line, without its end. */
    TextRange first() {
        int length = (int) text.chars().takeWhile(c -> c != '\n' && c != '\r').count();
        return new TextRange(1, 1, 1, length + 1);
    }
}
