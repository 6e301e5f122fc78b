package dev.assistant.review;

import dev.assistant.model.TokenCount;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
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

    /**
     * The first lines, as many as have the characters; none when there is not one.
     *
     * @param points see {@link CutPoints}
     */
    public Optional<Stretch> head(long characters, NavigableSet<Integer> points) {
        Cut cut = Cut.after(
                first, 0, last, characters, line -> lines.get(line - 1).length() + 1, points);
        return cut.last() < first ? Optional.empty() : Optional.of(part(first, cut.last()));
    }

    public String path() {
        return file.path();
    }

    /** The lines with their numbers, as agents get them. */
    public String numbered() {
        return IntStream.rangeClosed(first, last).mapToObj(this::numbered).collect(Collectors.joining("\n"));
    }

    private String numbered(int line) {
        return line + "| " + lines.get(line - 1);
    }

    /** Tokens of a line with its number, at most. */
    long tokens(int line) {
        return TokenCount.most(numbered(line) + "\n");
    }

    /** The lines as they are. */
    public String text() {
        return String.join("\n", lines.subList(first - 1, last)) + "\n";
    }

    /** Such as {@code app/db.py, lines 1 to 40 of 120}. */
    public String name() {
        return first == 1 && last == lines.size()
                ? path()
                : "%s, lines %d to %d of %d".formatted(path(), first, last, lines.size());
    }
}
