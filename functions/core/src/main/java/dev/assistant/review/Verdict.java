package dev.assistant.review;

import java.util.List;
import java.util.Locale;

/**
 * The quality gate's answer.
 *
 * @param conditions everything that was checked, in the gate's order
 */
public record Verdict(Gate gate, List<Condition> conditions) {
    public Verdict {
        conditions = List.copyOf(conditions);
    }

    /** Passed and failed need a complete review; a review that skipped what it should have read is incomplete. */
    public enum Gate {
        PASSED,
        FAILED,
        INCOMPLETE;

        /** The name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One check.
     *
     * @param metric what was measured, such as {@code critical_issues}
     * @param operator {@code <=} or {@code >=}: the relation of actual to threshold that passes
     */
    public record Condition(String metric, String operator, double threshold, double actual, boolean passed) {}
}
