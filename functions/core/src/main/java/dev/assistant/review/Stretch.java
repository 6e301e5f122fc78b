package dev.assistant.review;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines of a file that agents look at together.
 *
 * @param lines all lines of the file
 * @param first from 1
 * @param last inclusive
 */
public record Stretch(SourceFile file, List<String> lines, int first, int last) {
    public Stretch {
        lines = List.copyOf(lines);
    }

    public static Stretch whole(SourceFile file) {
        List<String> lines = file.content().lines().toList();
        return new Stretch(file, lines, 1, lines.size());
    }

    public Stretch part(int from, int to) {
        return new Stretch(file, lines, Math.max(1, from), Math.min(lines.size(), to));
    }

    public String path() {
        return file.path();
    }

    /** The lines with their numbers, as agents get them. */
    public String numbered() {
        return IntStream.rangeClosed(first, last)
                .mapToObj(line -> line + "| " + lines.get(line - 1))
                .collect(Collectors.joining("\n"));
    }

    /** Such as {@code app/db.py, lines 1 to 40 of 120}. */
    public String name() {
        return first == 1 && last == lines.size()
                ? path()
                : "%s, lines %d to %d of %d".formatted(path(), first, last, lines.size());
    }
}
