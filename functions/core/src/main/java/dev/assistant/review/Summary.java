package dev.assistant.review;

import dev.assistant.review.FileCoverage.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the facts of a review into one paragraph: what was counted, and nothing else. */
public final class Summary {
    private static final int NAMED_FILES = 3;

    private Summary() {}

    /**
     * The paragraph.
     *
     * @param shown the findings in the report
     * @param hidden how many findings lie outside the areas asked for
     * @param suppressed how many comments in the code asked not to report
     */
    public static String of(
            AnalysisMode mode,
            Set<FocusArea> focus,
            List<Finding> shown,
            int hidden,
            int suppressed,
            List<FileOutcome> outcomes,
            Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        List<Finding> counted = shown.stream().filter(Finding::isCounted).toList();
        sentences.add(found(counted, outcomes));
        if (counted.size() < shown.size()) {
            sentences.add(count(shown.size() - counted.size(), "dismissed finding") + " not counted.");
        }
        if (suppressed > 0) {
            sentences.add(count(suppressed, "finding") + " not reported because the code says so.");
        }
        if (!focus.isEmpty()) {
            sentences.add(chosen(focus, hidden));
        }
        long reused = outcomes.stream().filter(FileOutcome::reused).count();
        if (reused > 0) {
            sentences.add("Results of " + count(reused, "unchanged file") + " reused.");
        }
        name(outcomes, Status.PARTIAL, "reviewed in part", sentences);
        name(outcomes, Status.SKIPPED, "not reviewed", sentences);
        sentences.add(answer(verdict));
        if (mode == AnalysisMode.DETERMINISTIC) {
            sentences.add("Deterministic analysis only; no model took part.");
        }
        return String.join(" ", sentences);
    }

    /** Lines and languages of some files, such as "412 lines of Go and Python". */
    public static String extent(List<SourceFile> files) {
        int lines = files.stream().mapToInt(SourceFile::lines).sum();
        String languages = joined(files.stream()
                .map(file -> file.language().title())
                .distinct()
                .sorted()
                .toList());
        return count(lines, "line") + (languages.isEmpty() ? "" : " of " + languages);
    }

    /** A number with its noun, such as "1 file" or "3 files". */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, noun) + (number == 1 ? "" : "s");
    }

    /** Words as a list in a sentence, such as "a, b and c". */
    public static String joined(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String found(List<Finding> shown, List<FileOutcome> outcomes) {
        List<SourceFile> read = outcomes.stream()
                .filter(outcome -> outcome.status() != Status.SKIPPED)
                .map(FileOutcome::file)
                .toList();
        if (read.isEmpty()) {
            return "Nothing was reviewed.";
        }
        String where = count(read.size(), "file") + " (" + extent(read) + ")";
        if (shown.isEmpty()) {
            return "No findings in " + where + ".";
        }
        Map<Severity, Integer> counts = ReviewReport.counts(shown);
        List<String> numbers = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> String.format(
                        Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey().id()))
                .toList();
        String findings = numbers.size() == 1
                ? numbers.getFirst() + (shown.size() == 1 ? " finding" : " findings")
                : count(shown.size(), "finding") + " (" + joined(numbers) + ")";
        long affected = shown.stream().map(Finding::path).distinct().count();
        String of = affected == read.size() ? "" : affected + " of ";
        return findings + " in " + of + where + ".";
    }

    private static String chosen(Set<FocusArea> focus, int hidden) {
        String areas = joined(focus.stream().sorted().map(FocusArea::id).toList());
        String outside = hidden == 0
                ? "nothing was found outside."
                : count(hidden, "finding") + " outside " + (hidden == 1 ? "is" : "are") + " not shown and not judged.";
        return "Limited to " + areas + "; " + outside;
    }

    private static void name(List<FileOutcome> outcomes, Status status, String words, List<String> sentences) {
        List<FileOutcome> those = outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .sorted(Comparator.comparing(FileOutcome::excused))
                .toList();
        if (those.isEmpty()) {
            return;
        }
        String named = those.stream()
                .limit(NAMED_FILES)
                .map(outcome -> outcome.file().path() + " (" + outcome.reason().orElse("") + ")")
                .collect(Collectors.joining(", "));
        String more = those.size() > NAMED_FILES ? " and " + (those.size() - NAMED_FILES) + " more" : "";
        sentences.add(count(those.size(), "file") + " " + words + ": " + named + more + ".");
    }

    private static String answer(Verdict verdict) {
        String broken = verdict.conditions().stream()
                .filter(condition -> !condition.passed())
                .map(Summary::broken)
                .collect(Collectors.joining("; "));
        return "Gate " + verdict.gate().id() + (broken.isEmpty() ? "" : ": " + broken) + ".";
    }

    /** A condition that does not hold, such as "2 high issues, none allowed" or "security score 4, at least 7 needed". */
    private static String broken(Verdict.Condition condition) {
        String metric = condition.metric().replace('_', ' ');
        long actual = Math.round(condition.actual());
        long threshold = Math.round(condition.threshold());
        if (!condition.operator().equals("<=")) {
            return String.format(Locale.ROOT, "%s %,d, at least %,d needed", metric, actual, threshold);
        }
        String noun = metric.endsWith("s") ? metric.substring(0, metric.length() - 1) : metric;
        String allowed = threshold == 0 ? "none allowed" : String.format(Locale.ROOT, "at most %,d allowed", threshold);
        return count(actual, noun) + ", " + allowed;
    }
}
