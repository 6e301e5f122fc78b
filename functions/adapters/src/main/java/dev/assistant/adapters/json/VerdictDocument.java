package dev.assistant.adapters.json;

import dev.assistant.review.Verdict;
import java.math.BigDecimal;
import java.util.List;

/** A verdict on the wire. Grows only by optional fields. */
record VerdictDocument(String gate, List<ConditionDocument> conditions) {

    static VerdictDocument of(Verdict verdict) {
        return new VerdictDocument(
                verdict.gate().id(),
                verdict.conditions().stream().map(ConditionDocument::of).toList());
    }

    Verdict toVerdict() {
        return new Verdict(
                WireNames.constant(Verdict.Gate.class, gate),
                conditions.stream().map(ConditionDocument::toCondition).toList());
    }

    /** A gate's condition on the wire. */
    record ConditionDocument(String metric, String operator, BigDecimal threshold, BigDecimal actual, boolean passed) {
        static ConditionDocument of(Verdict.Condition condition) {
            return new ConditionDocument(
                    condition.metric(),
                    condition.operator(),
                    number(condition.threshold()),
                    number(condition.actual()),
                    condition.passed());
        }

        /** A count reads as 7, not as 7.0. */
        private static BigDecimal number(double value) {
            return BigDecimal.valueOf(value).stripTrailingZeros();
        }

        Verdict.Condition toCondition() {
            return new Verdict.Condition(metric, operator, threshold.doubleValue(), actual.doubleValue(), passed);
        }
    }
}
