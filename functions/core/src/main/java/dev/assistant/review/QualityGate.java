package dev.assistant.review;

import dev.assistant.review.Verdict.Condition;
import dev.assistant.review.Verdict.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether reviewed code is good enough. Fails closed: a review that did not read what it should have is incomplete,
 * whatever it found (ARCHITECTURE section 4, step 8).
 *
 * @param limits what has to hold, in the order shown
 */
public record QualityGate(List<Limit> limits) {
    /** What the product asks for unless a project says otherwise. */
    public static final QualityGate DEFAULT = new QualityGate(List.of(
            new Limit(Metric.CRITICAL_ISSUES, 0),
            new Limit(Metric.HIGH_ISSUES, 0),
            new Limit(Metric.SECURITY_SCORE, 7)));

    /** The condition that every gate has: nothing that should have been read was left unread. */
    private static final String UNREAD_FILES = "unread_files";

    public QualityGate {
        limits = List.copyOf(limits);
    }

    /** What a gate can look at. The constant's name in lower case is its name in the API. */
    public enum Metric {
        CRITICAL_ISSUES,
        HIGH_ISSUES,
        MEDIUM_ISSUES,
        SECURITY_SCORE,
        CODE_QUALITY,
        PERFORMANCE_SCORE,
        MAINTAINABILITY_SCORE;

        private boolean isScore() {
            return !name().endsWith("_ISSUES");
        }
    }

    /**
     * One thing that has to hold.
     *
     * @param threshold the most issues allowed, or the least score
     */
    public record Limit(Metric metric, int threshold) {}

    /**
     * What a review came to.
     *
     * @param shown the findings in the report
     * @param focus the areas asked for; empty means all. A score of another area does not decide.
     * @param outcomes every submitted file
     */
    public record Outcome(List<Finding> shown, Scores scores, Set<FocusArea> focus, List<FileOutcome> outcomes) {}

    /** The gate's answer. */
    public Verdict judge(Outcome outcome) {
        List<Condition> conditions = new ArrayList<>();
        Map<Severity, Integer> counts = ReviewReport.counts(outcome.shown());
        limits.stream()
                .filter(limit -> concerns(limit.metric(), outcome.focus()))
                .map(limit -> condition(limit, counts, outcome.scores()))
                .forEach(conditions::add);
        boolean allHold = conditions.stream().allMatch(Condition::passed);
        long unread = unread(outcome.outcomes());
        conditions.add(new Condition(UNREAD_FILES, "<=", 0, unread, unread == 0));
        return new Verdict(unread > 0 ? Gate.INCOMPLETE : allHold ? Gate.PASSED : Gate.FAILED, conditions);
    }

    /** A submission of which nothing at all was read counts whole: a review that never happened is not a clean one. */
    private static long unread(List<FileOutcome> outcomes) {
        boolean nothingRead = outcomes.stream().allMatch(outcome -> outcome.status() == FileCoverage.Status.SKIPPED);
        return nothingRead
                ? outcomes.size()
                : outcomes.stream().filter(FileOutcome::isGap).count();
    }

    private static boolean concerns(Metric metric, Set<FocusArea> focus) {
        if (focus.isEmpty() || !metric.isScore()) {
            return true;
        }
        return switch (metric) {
            case SECURITY_SCORE -> focus.contains(FocusArea.SECURITY);
            case PERFORMANCE_SCORE -> focus.contains(FocusArea.PERFORMANCE);
            case MAINTAINABILITY_SCORE -> focus.contains(FocusArea.MAINTAINABILITY);
            case CODE_QUALITY -> focus.contains(FocusArea.BUGS);
            case CRITICAL_ISSUES, HIGH_ISSUES, MEDIUM_ISSUES -> true;
        };
    }

    private static Condition condition(Limit limit, Map<Severity, Integer> counts, Scores scores) {
        int actual = actual(limit.metric(), counts, scores);
        boolean passed = limit.metric().isScore() ? actual >= limit.threshold() : actual <= limit.threshold();
        String operator = limit.metric().isScore() ? ">=" : "<=";
        return new Condition(
                limit.metric().name().toLowerCase(Locale.ROOT), operator, limit.threshold(), actual, passed);
    }

    private static int actual(Metric metric, Map<Severity, Integer> counts, Scores scores) {
        return switch (metric) {
            case CRITICAL_ISSUES -> counts.getOrDefault(Severity.CRITICAL, 0);
            case HIGH_ISSUES -> counts.getOrDefault(Severity.HIGH, 0);
            case MEDIUM_ISSUES -> counts.getOrDefault(Severity.MEDIUM, 0);
            case SECURITY_SCORE -> scores.security();
            case CODE_QUALITY -> scores.codeQuality();
            case PERFORMANCE_SCORE -> scores.performance();
            case MAINTAINABILITY_SCORE -> scores.maintainability();
        };
    }
}
