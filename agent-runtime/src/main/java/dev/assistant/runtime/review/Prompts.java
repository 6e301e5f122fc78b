package dev.assistant.runtime.review;

import dev.assistant.review.Finding;
import dev.assistant.review.SecretMasker;
import dev.assistant.review.Stretch;
import dev.assistant.review.Triage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What agents are given beside the code, as data. */
final class Prompts {
    /** Findings of one group that are shown; the worst first. */
    private static final int MOST = 60;

    private static final int LONGEST_CITED = 400;
    private static final int LONGEST_TOLD = 4_000;

    private Prompts() {}

    /** Those of the findings that lie in the group's code. */
    static List<Finding> about(List<Stretch> group, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> group.stream().anyMatch(stretch -> isIn(stretch, finding)))
                .sorted(Comparator.comparing(Finding::severity))
                .limit(MOST)
                .toList();
    }

    private static boolean isIn(Stretch stretch, Finding finding) {
        return stretch.path().equals(finding.path())
                && finding.range()
                        .map(range -> range.startLine() <= stretch.last() && range.endLine() >= stretch.first())
                        .orElse(true);
    }

    static String evidence(List<Finding> findings) {
        return findings.stream()
                .filter(Finding::isCounted)
                .map(finding -> "%s %s".formatted(finding.id(), title(finding)))
                .collect(Collectors.joining("\n"));
    }

    /** @param recalled from earlier reviews, one a line */
    static String decisions(List<Finding> findings, String recalled) {
        Stream<String> here = findings.stream()
                .filter(finding -> finding.triage().isPresent())
                .map(finding -> title(finding) + ": "
                        + finding.triage().map(Prompts::decision).orElseThrow());
        return Stream.concat(here, recalled.lines()).collect(Collectors.joining("\n"));
    }

    private static String decision(Triage triage) {
        return triage.state().name().toLowerCase(Locale.ROOT)
                + triage.reason()
                        .map(reason -> ", " + reason.name().toLowerCase(Locale.ROOT))
                        .orElse("")
                + triage.comment().map(comment -> ": " + comment).orElse("");
    }

    /** Such as {@code app/feed.py:2 high security python:S4830 Certificates are not verified …}. */
    static String title(Finding finding) {
        return "%s%s %s %s %s %s"
                .formatted(
                        finding.path(),
                        finding.range().map(range -> ":" + range.startLine()).orElse(""),
                        finding.severity().id(),
                        finding.category().id(),
                        finding.ruleId(),
                        finding.message());
    }

    /** What an agent said, fit to be told in passing: masked and short. */
    static String cited(String said) {
        return masked(said, LONGEST_CITED);
    }

    /** What agents said about several groups, fit to stand in a result. */
    static String told(List<String> said) {
        return masked(said.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n")), LONGEST_TOLD);
    }

    private static String masked(String said, int longest) {
        String masked = SecretMasker.mask(said).text();
        return masked.length() > longest ? masked.substring(0, longest) + "…" : masked;
    }
}
