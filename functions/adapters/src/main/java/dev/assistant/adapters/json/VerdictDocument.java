package dev.assistant.adapters.json;

import dev.assistant.review.Verdict;
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
    record ConditionDocument(String metric, String operator, double threshold, double actual, boolean passed) {
        static ConditionDocument of(Verdict.Condition condition) {
            return new ConditionDocument(
                    condition.metric(),
                    condition.operator(),
                    condition.threshold(),
                    condition.actual(),
                    condition.passed());
        }

        Verdict.Condition toCondition() {
            return new Verdict.Condition(metric, operator, threshold, actual, passed);
        }
    }
}
