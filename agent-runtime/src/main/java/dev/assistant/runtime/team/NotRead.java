package dev.assistant.runtime.team;

import dev.assistant.review.Summary;
import dev.assistant.review.Units.SetAside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which files agents were not given, and why: a few by name, the others counted. For one thread. */
final class NotRead {
    /** Files that are named; a repository may have thousands. */
    private static final int MOST_NAMED = 20;

    private static final int EXAMPLES = 3;

    private final Map<String, List<String>> pathsByReason = new TreeMap<>();

    NotRead and(List<SetAside> setAside) {
        setAside.forEach(aside -> add(aside.file().path(), aside.reason().words()));
        return this;
    }

    void add(String path, String reason) {
        pathsByReason.computeIfAbsent(reason, any -> new ArrayList<>()).add(path);
    }

    List<String> notes() {
        int all = pathsByReason.values().stream().mapToInt(List::size).sum();
        return pathsByReason.entrySet().stream()
                .flatMap(entry -> all <= MOST_NAMED
                        ? entry.getValue().stream().sorted().map(path -> note(path + " was", entry.getKey()))
                        : Stream.of(note(counted(entry.getValue()), entry.getKey())))
                .toList();
    }

    private static String note(String what, String reason) {
        return "%s not read: %s.".formatted(what, reason);
    }

    /** Such as {@code 312 files (a.js, b.js, c.js, …) were}. */
    private static String counted(List<String> paths) {
        String some = paths.stream().sorted().limit(EXAMPLES).collect(Collectors.joining(", "));
        String more = paths.size() > EXAMPLES ? ", …" : "";
        return "%s (%s%s) %s"
                .formatted(Summary.count(paths.size(), "file"), some, more, paths.size() == 1 ? "was" : "were");
    }
}
