package dev.assistant.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Groups CWE ids that analysers use for the same problem, so that two that mean one thing are recognised though one says
 * CWE-259 and the other CWE-798. Families follow the parent relations of CWE's research view (CWE-1000).
 */
final class WeaknessFamily {
    /** The specific ids that stand for a family, each with the id that names it. */
    private static final Map<String, String> FAMILY = families(
            List.of("CWE-22", "CWE-23", "CWE-35", "CWE-36", "CWE-73"),
            List.of("CWE-78", "CWE-77", "CWE-88"),
            List.of("CWE-79", "CWE-80", "CWE-83", "CWE-87"),
            List.of("CWE-89", "CWE-564"),
            List.of("CWE-94", "CWE-95", "CWE-96"),
            List.of("CWE-113", "CWE-93"),
            List.of("CWE-295", "CWE-297", "CWE-298", "CWE-299"),
            List.of("CWE-327", "CWE-326", "CWE-328", "CWE-759", "CWE-760", "CWE-780", "CWE-916", "CWE-1240"),
            List.of("CWE-330", "CWE-331", "CWE-332", "CWE-337", "CWE-338", "CWE-1241"),
            List.of("CWE-377", "CWE-378", "CWE-379"),
            List.of("CWE-611", "CWE-776", "CWE-827"),
            List.of("CWE-732", "CWE-276", "CWE-277", "CWE-279"),
            List.of("CWE-798", "CWE-259", "CWE-321", "CWE-522", "CWE-1391"));

    /** True of nearly everything, so two findings that share only these need not be the same. */
    private static final Set<String> TOO_GENERAL = Set.of(
            "CWE-20", "CWE-74", "CWE-116", "CWE-200", "CWE-284", "CWE-310", "CWE-664", "CWE-693", "CWE-707", "CWE-710");

    private static final String HARD_CODED_SECRET = "CWE-798";

    private WeaknessFamily() {}

    /** The families of some CWE ids, in a stable order. */
    static Set<String> of(List<String> cwe) {
        return cwe.stream()
                .filter(id -> !TOO_GENERAL.contains(id))
                .map(id -> FAMILY.getOrDefault(id, id))
                .collect(Collectors.toCollection(() -> new TreeSet<>(
                        Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))));
    }

    /** The family that names a finding; empty when it has no specific weakness. */
    static Optional<String> first(List<String> cwe) {
        return of(cwe).stream().findFirst();
    }

    /** Whether these ids say that a password, key or token stands in the code. */
    static boolean isHardCodedSecret(List<String> cwe) {
        return of(cwe).contains(HARD_CODED_SECRET);
    }

    @SafeVarargs
    private static Map<String, String> families(List<String>... members) {
        return List.of(members).stream()
                .flatMap(family -> family.stream().map(id -> Map.entry(id, family.getFirst())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
