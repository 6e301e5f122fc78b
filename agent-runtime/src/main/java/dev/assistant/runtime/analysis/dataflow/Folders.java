package dev.assistant.runtime.analysis.dataflow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folders of a submission, found by the paths under which Go code imports them: those begin with the name of the whole module,
 * which is not known.
 */
final class Folders {
    /** Folders of the standard library that hold others. A module named after one of them could not be imported. */
    private static final Set<String> STANDARD = Set.of(
            "archive",
            "compress",
            "container",
            "crypto",
            "database",
            "debug",
            "encoding",
            "go",
            "hash",
            "html",
            "image",
            "index",
            "io",
            "log",
            "math",
            "mime",
            "net",
            "os",
            "path",
            "regexp",
            "runtime",
            "sync",
            "testing",
            "text",
            "time",
            "unicode");

    private final Map<String, String> bySuffix = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> ambiguous = new HashSet<>();

    void add(String folder) {
        if (!known.add(folder)) {
            return;
        }
        for (int from = 0; from >= 0; from = next(folder, from)) {
            String suffix = folder.substring(from);
            String other = bySuffix.put(suffix, folder);
            if (other != null && !other.equals(folder)) {
                ambiguous.add(suffix);
            }
        }
    }

    /** Whether there are any, as there are in Go programs. */
    boolean areUsed() {
        return !known.isEmpty();
    }

    /** The folder whose path ends like an import's, where exactly one does. */
    Optional<String> find(String path) {
        int slash = path.indexOf('/');
        if (slash < 0 || STANDARD.contains(path.substring(0, slash))) {
            return Optional.empty();
        }
        for (int from = next(path, 0); from >= 0; from = next(path, from)) {
            String suffix = path.substring(from);
            if (bySuffix.containsKey(suffix) && !ambiguous.contains(suffix)) {
                return Optional.of(bySuffix.get(suffix));
            }
        }
        return Optional.empty();
    }

    private static int next(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? -1 : slash + 1;
    }
}
