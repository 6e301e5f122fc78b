package dev.assistant.review;

import dev.assistant.review.Verdict.Condition;
import dev.assistant.review.Verdict.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        ISSUES,
        CRITICAL_ISSUES,
        HIGH_ISSUES,
        MEDIUM_ISSUES,
        LOW_ISSUES,
        INFO_ISSUES,
        NEW_ISSUES,
        NEW_CRITICAL_ISSUES,
        NEW_HIGH_ISSUES,
        NEW_MEDIUM_ISSUES,
        NEW_LOW_ISSUES,
        NEW_INFO_ISSUES,
        SECURITY_SCORE,
        CODE_QUALITY,
        PERFORMANCE_SCORE,
        MAINTAINABILITY_SCORE;

        private static final String NEW = "NEW_";

        /** The name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The metric with this name in the API; empty when there is none. */
        public static Optional<Metric> byId(String id) {
            return Stream.of(values()).filter(metric -> metric.id().equals(id)).findFirst();
        }

        /** Whether it is a score, of which there should be much, and not a count, of which there should be little. */
        public boolean isScore() {
            return !name().endsWith("ISSUES");
        }

        /** The relation of actual to threshold that passes. */
        public String operator() {
            return isScore() ? ">=" : "<=";
        }

        /** Whether only what the baseline did not have counts. */
        private boolean isOfNewCode() {
            return name().startsWith(NEW);
        }

        /** Which findings it counts. */
        private boolean counts(Severity severity) {
            String counted = isOfNewCode() ? name().substring(NEW.length()) : name();
            return counted.equals("ISSUES") || counted.equals(severity.name() + "_ISSUES");
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
     * @param fresh those of them that an earlier review did not have; all when there is none to compare with
     * @param focus the areas asked for; empty means all. A score of another area does not decide.
     * @param outcomes every submitted file
     */
    public record Outcome(
            List<Finding> shown,
            List<Finding> fresh,
            Scores scores,
            Set<FocusArea> focus,
            List<FileOutcome> outcomes) {}

    /** The gate's answer. */
    public Verdict judge(Outcome outcome) {
        List<Condition> conditions = new ArrayList<>();
        limits.stream()
                .filter(limit -> concerns(limit.metric(), outcome.focus()))
                .map(limit -> condition(limit, outcome))
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
        return focus.isEmpty() || areaOf(metric).map(focus::contains).orElse(true);
    }

    /** The area that a score is about. */
    private static Optional<FocusArea> areaOf(Metric metric) {
        return switch (metric) {
            case SECURITY_SCORE -> Optional.of(FocusArea.SECURITY);
            case PERFORMANCE_SCORE -> Optional.of(FocusArea.PERFORMANCE);
            case MAINTAINABILITY_SCORE -> Optional.of(FocusArea.MAINTAINABILITY);
            case CODE_QUALITY -> Optional.of(FocusArea.BUGS);
            default -> Optional.empty();
        };
    }

    private static Condition condition(Limit limit, Outcome outcome) {
        Metric metric = limit.metric();
        int actual = actual(metric, outcome);
        boolean passed = metric.isScore() ? actual >= limit.threshold() : actual <= limit.threshold();
        return new Condition(metric.id(), metric.operator(), limit.threshold(), actual, passed);
    }

    private static int actual(Metric metric, Outcome outcome) {
        Scores scores = outcome.scores();
        return switch (metric) {
            case SECURITY_SCORE -> scores.security();
            case CODE_QUALITY -> scores.codeQuality();
            case PERFORMANCE_SCORE -> scores.performance();
            case MAINTAINABILITY_SCORE -> scores.maintainability();
            default -> count(metric, metric.isOfNewCode() ? outcome.fresh() : outcome.shown());
        };
    }

    private static int count(Metric metric, List<Finding> findings) {
        return Math.toIntExact(findings.stream()
                .filter(finding -> metric.counts(finding.severity()))
                .count());
    }
}
