package dev.assistant.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds findings again whose file has another path than before. A file that is there no more is taken for one that is new when at
 * least half of what was found in it is found there, in the same code; one of the same name first.
 */
final class Renames {
    private Renames() {}

    /** A file's former path, and how many of its findings are found at the new one. */
    private record Candidate(String before, String now, int shared) {
        boolean keepsName() {
            return name(before).equals(name(now));
        }

        private static String name(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /**
     * What each finding was before, by its fingerprint now.
     *
     * @param before findings at paths that are gone
     * @param now findings at paths that are new
     */
    static Map<String, Finding> of(List<Finding> before, List<Finding> now) {
        Map<String, List<Finding>> vanished = byPath(before);
        Map<String, List<Finding>> appeared = byPath(now);
        List<Candidate> candidates = candidates(vanished, appeared);
        candidates.sort(Comparator.comparing(Candidate::keepsName)
                .reversed()
                .thenComparing(Comparator.comparingInt(Candidate::shared).reversed())
                .thenComparing(Candidate::before)
                .thenComparing(Candidate::now));
        Set<String> taken = new HashSet<>();
        Map<String, Finding> renamed = new HashMap<>();
        for (Candidate candidate : candidates) {
            List<Finding> was = vanished.getOrDefault(candidate.before(), List.of());
            boolean isSame = candidate.shared() * 2 >= was.size();
            if (isSame && !taken.contains(candidate.before()) && !taken.contains(candidate.now())) {
                taken.add(candidate.before());
                taken.add(candidate.now());
                renamed.putAll(pairs(was, appeared.getOrDefault(candidate.now(), List.of())));
            }
        }
        return renamed;
    }

    private static Map<String, List<Finding>> byPath(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::path));
    }

    private static List<Candidate> candidates(
            Map<String, List<Finding>> vanished, Map<String, List<Finding>> appeared) {
        Map<String, Set<String>> pathsByCode = new HashMap<>();
        vanished.forEach((path, findings) -> findings.forEach(finding -> pathsByCode
                .computeIfAbsent(Fingerprints.withoutPath(finding), code -> new HashSet<>())
                .add(path)));
        List<Candidate> candidates = new ArrayList<>();
        appeared.forEach((now, findings) -> findings.stream()
                .flatMap(finding -> pathsByCode.getOrDefault(Fingerprints.withoutPath(finding), Set.of()).stream())
                .distinct()
                .map(before -> new Candidate(
                        before,
                        now,
                        pairs(vanished.getOrDefault(before, List.of()), findings)
                                .size()))
                .forEach(candidates::add));
        return candidates;
    }

    /** Findings in the same code, each with one before, in their order. */
    private static Map<String, Finding> pairs(List<Finding> before, List<Finding> now) {
        Map<String, Deque<Finding>> left = new HashMap<>();
        before.forEach(finding -> left.computeIfAbsent(Fingerprints.withoutPath(finding), code -> new ArrayDeque<>())
                .add(finding));
        Map<String, Finding> pairs = new HashMap<>();
        for (Finding finding : now) {
            Deque<Finding> same = left.getOrDefault(Fingerprints.withoutPath(finding), new ArrayDeque<>());
            if (!same.isEmpty()) {
                pairs.put(finding.fingerprint(), same.removeFirst());
            }
        }
        return pairs;
    }
}
