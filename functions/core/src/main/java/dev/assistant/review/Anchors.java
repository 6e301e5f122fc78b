package dev.assistant.review;

import java.util.List;
import java.util.Optional;

/** Where in one file's text something is. Immutable. */
final class Anchors {
    /** A finding about a long stretch shows how it begins. */
    private static final int QUOTED_LINES = 12;

    /** Longer lines are cut when quoted, but only after secrets are masked: half a secret is not recognised. */
    private static final int SCANNED_COLUMNS = 4_000;

    private final List<String> lines;

    Anchors(SourceFile file) {
        this.lines = file.content().lines().toList();
    }

    /** The range, cut to what the file has; empty when it begins where the file has nothing. */
    Optional<TextRange> within(TextRange range) {
        if (range.startLine() > lines.size() || range.startColumn() > width(range.startLine()) + 1) {
            return Optional.empty();
        }
        int endLine = Math.min(range.endLine(), lines.size());
        boolean endsEarlier = endLine < range.endLine();
        int lastColumn = width(endLine) + 1;
        int endColumn = endsEarlier ? lastColumn : Math.min(range.endColumn(), lastColumn);
        return Optional.of(new TextRange(range.startLine(), range.startColumn(), endLine, endColumn));
    }

    /** The lines of a range that lies in the file, as submitted, joined by line feeds. */
    String quote(TextRange range) {
        int end = Math.min(range.endLine(), range.startLine() + QUOTED_LINES - 1);
        return String.join(
                "\n",
                lines.subList(range.startLine() - 1, end).stream()
                        .map(line -> line.length() > SCANNED_COLUMNS ? line.substring(0, SCANNED_COLUMNS) : line)
                        .toList());
    }

    /**
     * Whether the later of two ranges begins in a statement that the earlier's line leaves open: more brackets were opened than
     * closed. Brackets in strings count as well, which is rarely wrong over a line or two.
     */
    boolean isOneStatement(TextRange one, TextRange other) {
        int first = Math.min(one.startLine(), other.startLine());
        int last = Math.min(Math.max(one.startLine(), other.startLine()), lines.size() + 1);
        int open = 0;
        for (int line = first; line < last; line++) {
            String text = lines.get(line - 1);
            open += text.chars().map(Anchors::openedBy).sum();
            if (open <= 0) {
                return false;
            }
        }
        return first < last;
    }

    private static int openedBy(int character) {
        return switch (character) {
            case '(', '[' -> 1;
            case ')', ']' -> -1;
            default -> 0;
        };
    }

    private int width(int line) {
        return lines.get(line - 1).length();
    }
}
