package dev.assistant.runtime.repository;

import dev.assistant.review.Change;
import dev.assistant.review.Finding;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.github.PullRequests.ChangedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines that a pull request adds or changes.
 *
 * @param byPath of every changed file that is still there; a file without a known diff counts whole
 */
public record ChangedLines(Map<String, List<Lines>> byPath) {
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");

    public ChangedLines {
        byPath = Map.copyOf(byPath);
    }

    /** Lines from the first to the last, both changed. */
    public record Lines(int first, int last) {
        static final Lines ALL = new Lines(1, Integer.MAX_VALUE);

        private boolean holds(int from, int to) {
            return first <= from && to <= last;
        }

        private String inWords() {
            if (equals(ALL)) {
                return "all";
            }
            return first == last ? String.valueOf(first) : first + " to " + last;
        }

        private boolean touches(int from, int to) {
            return first <= to && from <= last;
        }
    }

    static ChangedLines of(List<ChangedFile> files) {
        Map<String, List<Lines>> byPath = new TreeMap<>();
        files.forEach(file ->
                byPath.put(file.path(), file.patch().map(ChangedLines::added).orElse(List.of(Lines.ALL))));
        return new ChangedLines(byPath);
    }

    /** The new side's lines of a unified diff's hunks that begin with a plus. */
    private static List<Lines> added(String patch) {
        List<Lines> added = new ArrayList<>();
        int line = 0;
        int first = 0;
        for (String text : (patch + "\n ").split("\n", -1)) {
            Matcher hunk = HUNK.matcher(text);
            boolean isAdded = !hunk.matches() && text.startsWith("+");
            if (first > 0 && !isAdded) {
                added.add(new Lines(first, line - 1));
                first = 0;
            }
            if (hunk.matches()) {
                line = Integer.parseInt(hunk.group(1));
            } else if (isAdded) {
                first = first > 0 ? first : line;
                line++;
            } else if (!text.startsWith("-") && !text.startsWith("\\")) {
                line++;
            }
        }
        return List.copyOf(added);
    }

    /** Whether the pull request touches a file. */
    public boolean isIn(String path) {
        return byPath.containsKey(path);
    }

    /** The files, those first that the pull request touches. */
    public List<SourceFile> first(List<SourceFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(file -> !isIn(file.path())))
                .toList();
    }

    /** Whether the pull request adds or changes a line. */
    public boolean isOn(String path, int line) {
        return touches(path, line, line);
    }

    /** A file's changed lines in words, such as {@code 4, 10 to 12}. */
    public String of(String path) {
        List<Lines> lines = byPath.getOrDefault(path, List.of());
        return lines.isEmpty() ? "none" : lines.stream().map(Lines::inWords).collect(Collectors.joining(", "));
    }

    /** Whether all of these lines are the pull request's, and in its diff. */
    boolean holds(String path, int first, int last) {
        return byPath.getOrDefault(path, List.of()).stream()
                .anyMatch(lines -> !lines.equals(Lines.ALL) && lines.holds(first, last));
    }

    /** The findings in changed files: on changed lines, or about a whole changed file, they are new. */
    public List<Finding> judged(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> isIn(finding.path()))
                .map(finding -> finding.with(isNew(finding) ? Change.NEW : Change.UNCHANGED))
                .toList();
    }

    private boolean isNew(Finding finding) {
        int first = finding.range().map(TextRange::startLine).orElse(1);
        int last = finding.range().map(TextRange::endLine).orElse(Integer.MAX_VALUE);
        return touches(finding.path(), first, last);
    }

    private boolean touches(String path, int first, int last) {
        return byPath.getOrDefault(path, List.of()).stream().anyMatch(lines -> lines.touches(first, last));
    }
}
