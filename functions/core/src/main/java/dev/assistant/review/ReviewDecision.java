package dev.assistant.review;

import dev.assistant.review.Verdict.Condition;
import dev.assistant.review.Verdict.Gate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the review of a feature comes to (SPEC section 6). The report sets how good it can be; agents can only be stricter.
 *
 * @param summary for people: the manager's words, or the reasons where no model took part
 * @param reasons facts that the outcome rests on, at least one
 * @param parts reviews that were held side by side; none where no model took part
 */
public record ReviewDecision(Outcome outcome, String summary, List<String> reasons, List<Part> parts) {
    public ReviewDecision {
        reasons = List.copyOf(reasons);
        parts = List.copyOf(parts);
    }

    /** From best to worst. */
    public enum Outcome {
        APPROVE,
        NEEDS_WORK,
        REJECT;

        /** The worse of the two. */
        public Outcome or(Outcome other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /**
     * One of the reviews that were held side by side.
     *
     * @param outcome empty when it came to nothing, or not to its end
     */
    public record Part(String name, String agent, Optional<Outcome> outcome, String summary) {}

    /**
     * Decides about a report.
     *
     * @param said what the agents come to; empty where no model took part
     * @param words the manager's; may be empty
     */
    public static ReviewDecision of(ReviewReport report, Optional<Outcome> said, String words, List<Part> parts) {
        Outcome allowed = allowed(report);
        List<String> reasons = reasons(report);
        said.filter(outcome -> outcome.compareTo(allowed) > 0)
                .ifPresent(outcome -> reasons.add("The agents come to " + outcome.name() + "."));
        if (reasons.isEmpty()) {
            reasons.add("The quality gate passed, and there is no critical issue.");
        }
        return new ReviewDecision(
                said.map(allowed::or).orElse(allowed),
                words.isBlank() ? String.join(" ", reasons) : words,
                reasons,
                parts);
    }

    /** The best that findings of this severity allow. */
    public static Outcome allowedBy(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Outcome.REJECT;
            case HIGH, MEDIUM -> Outcome.NEEDS_WORK;
            case LOW, INFO -> Outcome.APPROVE;
        };
    }

    /** A gate that did not pass is not approved, and neither is a critical problem. */
    private static Outcome allowed(ReviewReport report) {
        if (criticals(report) > 0) {
            return Outcome.REJECT;
        }
        return report.verdict().gate() == Gate.PASSED ? Outcome.APPROVE : Outcome.NEEDS_WORK;
    }

    private static int criticals(ReviewReport report) {
        return ReviewReport.counts(report.findings()).getOrDefault(Severity.CRITICAL, 0);
    }

    private static List<String> reasons(ReviewReport report) {
        List<String> reasons = new ArrayList<>();
        int criticals = criticals(report);
        if (criticals > 0) {
            reasons.add(Summary.count(criticals, "critical issue") + ".");
        }
        report.verdict().conditions().stream()
                .filter(condition -> !condition.passed())
                .map(ReviewDecision::words)
                .forEach(reasons::add);
        if (report.verdict().gate() == Gate.INCOMPLETE) {
            reasons.add("Not everything was reviewed.");
        }
        return reasons;
    }

    private static String words(Condition condition) {
        return "The quality gate asks for %s %s %s; it is %s."
                .formatted(
                        condition.metric().replace('_', ' '),
                        condition.operator(),
                        number(condition.threshold()),
                        number(condition.actual()));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
