package dev.assistant.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes findings of what several analysers reported: the same problem told by two is one finding with two sources, led by the
 * most confident (ARCHITECTURE section 4, step 6).
 *
 * <p>Two reports of different rules are the same problem when they have the same range and category but different engines, or
 * the same weakness family and touch a common line. Those of different engines may also be up to two lines apart, since
 * analysers differ in whether they point at a call, its argument or the text that goes into it; but only when the later line
 * belongs to the statement of the earlier, or one report names the other's line as a step on its way. Nearness alone proves
 * nothing: passwords stand on neighbouring lines. Reports of one rule at different places are never one problem.
 *
 * <p>Files do not influence each other, so batches give the same findings as everything at once.
 */
public final class MergeEvidence {
    private static final int LINES_APART = 2;

    /** Longer lines are cut in quotes; nobody reads them. */
    private static final int QUOTED_COLUMNS = 300;

    private static final Comparator<Evidence> MOST_CONFIDENT_FIRST = Comparator.comparingDouble(Evidence::confidence)
            .reversed()
            .thenComparing(Evidence::severity)
            .thenComparing(Evidence::range)
            .thenComparing(Evidence::engine)
            .thenComparing(Evidence::ruleId)
            .thenComparing(Evidence::message);

    /**
     * What came of merging.
     *
     * @param findings in the order of a report
     * @param secretsMasked how many different secrets were hidden in what the findings say, counted by file
     * @param dropped reports about files that were not submitted
     */
    public record Merged(List<Finding> findings, int secretsMasked, int dropped) {
        public Merged {
            findings = List.copyOf(findings);
        }
    }

    private MergeEvidence() {}

    /** Merges what analysers reported about some whole files. */
    public static Merged merge(Collection<SourceFile> files, List<Evidence> evidence) {
        return merge(files, evidence, report -> Shelf.TOOL_CONFIRMED);
    }

    /** Merges what analysers or agents reported about some whole files; what several reported stands on its best shelf. */
    public static Merged merge(
            Collection<SourceFile> files, List<Evidence> evidence, Function<Evidence, Shelf> shelves) {
        Map<String, SourceFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        Map<String, List<Evidence>> reported = new TreeMap<>();
        evidence.forEach(report -> reported.computeIfAbsent(report.path(), path -> new ArrayList<>())
                .add(report));

        List<Finding> findings = new ArrayList<>();
        int masked = 0;
        int dropped = 0;
        for (Map.Entry<String, List<Evidence>> entry : reported.entrySet()) {
            SourceFile file = byPath.get(entry.getKey());
            if (file == null) {
                dropped += entry.getValue().size();
                continue;
            }
            FileFindings ofFile = new FileFindings(file, shelves);
            findings.addAll(ofFile.of(ofFile.groups(entry.getValue())));
            masked += ofFile.secrets.size();
        }
        findings.sort(Finding.REPORT_ORDER);
        return new Merged(findings, masked, dropped);
    }

    private static boolean isSameRule(Evidence one, Evidence other) {
        return one.engine().equals(other.engine()) && one.ruleId().equals(other.ruleId());
    }

    private static boolean sharesFamily(Evidence one, Evidence other) {
        Set<String> families = WeaknessFamily.of(one.cwe());
        return WeaknessFamily.of(other.cwe()).stream().anyMatch(families::contains);
    }

    private static int linesApart(Evidence one, Evidence other) {
        return Math.max(
                0,
                Math.max(
                        one.range().startLine() - other.range().endLine(),
                        other.range().startLine() - one.range().endLine()));
    }

    private static boolean namesAsStep(Evidence report, TextRange range) {
        return report.related().stream()
                .anyMatch(step ->
                        step.path().equals(report.path()) && step.range().sharesLineWith(range));
    }

    /** Makes the findings of one file. */
    private static final class FileFindings {
        private final Fingerprints fingerprints = new Fingerprints();
        private final Set<String> secrets = new LinkedHashSet<>();
        private final Anchors anchors;
        private final Function<Evidence, Shelf> shelves;

        private FileFindings(SourceFile file, Function<Evidence, Shelf> shelves) {
            this.anchors = new Anchors(file);
            this.shelves = shelves;
        }

        /** Groups the reports about one file by problem; the first of each group leads it. */
        private List<List<Evidence>> groups(List<Evidence> evidence) {
            List<List<Evidence>> groups = new ArrayList<>();
            evidence.stream()
                    .distinct()
                    .sorted(MOST_CONFIDENT_FIRST)
                    .forEach(report -> groups.stream()
                            .filter(group -> isSameProblem(group, report))
                            .min(Comparator.comparingInt(group -> linesApart(group.getFirst(), report)))
                            .ifPresentOrElse(
                                    group -> group.add(report), () -> groups.add(new ArrayList<>(List.of(report)))));
            groups.sort(Comparator.comparing(group -> group.getFirst().range()));
            return groups;
        }

        private boolean isSameProblem(List<Evidence> group, Evidence report) {
            Evidence leader = group.getFirst();
            if (linesApart(leader, report) > LINES_APART) {
                return false;
            }
            boolean sameRule = group.stream().anyMatch(member -> isSameRule(member, report));
            if (sameRule) {
                return group.stream()
                        .anyMatch(member ->
                                isSameRule(member, report) && member.range().equals(report.range()));
            }
            boolean sameEngine =
                    group.stream().anyMatch(member -> member.engine().equals(report.engine()));
            if (!sameEngine && leader.range().equals(report.range()) && leader.category() == report.category()) {
                return true;
            }
            return sharesFamily(leader, report)
                    && (linesApart(leader, report) == 0 || (!sameEngine && isOnePlace(leader, report)));
        }

        private boolean isOnePlace(Evidence one, Evidence other) {
            return anchors.isOneStatement(one.range(), other.range())
                    || namesAsStep(one, other.range())
                    || namesAsStep(other, one.range());
        }

        private List<Finding> of(List<List<Evidence>> groups) {
            return groups.stream().map(this::finding).toList();
        }

        private Finding finding(List<Evidence> group) {
            Evidence leader = group.getFirst();
            Optional<TextRange> range = anchors.within(leader.range());
            List<String> cwe = all(group, report -> report.cwe().stream());
            SecretMasker.Masked quote =
                    SecretMasker.maskQuote(range.map(anchors::quote).orElse(""), cwe);
            secrets.addAll(quote.secrets());
            Function<String, String> hide = text -> clean(text, quote.secrets());
            String fingerprint = fingerprints.next(leader, quote.text());
            return new Finding(
                    fingerprint.substring(0, Finding.ID_LENGTH),
                    leader.severity(),
                    leader.category(),
                    leader.path(),
                    range,
                    hide.apply(leader.message()),
                    first(group, Evidence::suggestion).map(hide),
                    first(group, Evidence::fix).filter(fix -> canBeOffered(fix, hide)),
                    leader.ruleId(),
                    cwe,
                    leader.confidence(),
                    all(group, report -> Stream.of(report.engine())),
                    fingerprint,
                    group.stream().map(shelves).min(Comparator.naturalOrder()).orElseThrow(),
                    shortened(quote.text()),
                    related(group, hide));
        }

        /** Not one that lies outside the file, nor one that would write out a secret: masked it would break the code. */
        private boolean canBeOffered(Fix fix, Function<String, String> hide) {
            return anchors.within(fix.range()).equals(Optional.of(fix.range()))
                    && hide.apply(fix.replacement()).equals(fix.replacement())
                    && hide.apply(fix.description()).equals(fix.description());
        }

        private String clean(String text, Set<String> quoted) {
            SecretMasker.Masked masked = SecretMasker.mask(SecretMasker.hide(text, quoted));
            secrets.addAll(masked.secrets());
            return masked.text();
        }

        private static List<RelatedLocation> related(List<Evidence> group, Function<String, String> hide) {
            return group.stream()
                    .map(Evidence::related)
                    .filter(steps -> !steps.isEmpty())
                    .findFirst()
                    .orElse(List.of())
                    .stream()
                    .map(step -> new RelatedLocation(step.path(), step.range(), hide.apply(step.message())))
                    .toList();
        }

        private static <T> Optional<T> first(List<Evidence> group, Function<Evidence, Optional<T>> part) {
            return group.stream().map(part).flatMap(Optional::stream).findFirst();
        }

        private static List<String> all(List<Evidence> group, Function<Evidence, Stream<String>> part) {
            return group.stream().flatMap(part).distinct().toList();
        }

        private static String shortened(String quote) {
            return String.join(
                    "\n",
                    quote.lines()
                            .map(line ->
                                    line.length() > QUOTED_COLUMNS ? line.substring(0, QUOTED_COLUMNS) + "…" : line)
                            .toList());
        }
    }
}
