package dev.assistant.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.failure.Failure;
import dev.assistant.failure.FieldError;
import dev.assistant.failure.FieldErrors;
import dev.assistant.review.QualityGate.Limit;
import dev.assistant.review.QualityGate.Metric;
import dev.assistant.review.SettingsRules.SentCondition;
import dev.assistant.review.Verdict.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityGateTest {
    private static final SourceFile FILE = new SourceFile("a.py", Language.PYTHON, "x = 1\ny = 2\nz = 3\n");
    private static final Scores SCORES = new Scores(9, 4, 10, 10);

    private static Verdict judge(List<Finding> shown, List<Finding> fresh, Set<FocusArea> focus, Limit... limits) {
        FileOutcome read =
                FileOutcome.of(FILE, List.of(new FileOutcome.Reading("sonar", Reach.RULES, Optional.empty())));
        return new QualityGate(List.of(limits))
                .judge(new QualityGate.Outcome(shown, fresh, SCORES, focus, List.of(read)));
    }

    private static List<Finding> findings(Severity... severities) {
        List<Evidence> evidence = new ArrayList<>();
        for (Severity severity : severities) {
            int line = evidence.size() + 1;
            evidence.add(Reports.at("a.py", line)
                    .rule("rule" + line)
                    .severity(severity)
                    .evidence());
        }
        return MergeEvidence.merge(List.of(FILE), evidence).findings();
    }

    @Test
    void counts_issues_of_one_severity_and_of_all() {
        List<Finding> found = findings(Severity.LOW, Severity.LOW, Severity.INFO);

        Verdict verdict = judge(found, found, Set.of(), new Limit(Metric.LOW_ISSUES, 2), new Limit(Metric.ISSUES, 2));

        assertThat(verdict.gate()).isEqualTo(Gate.FAILED);
        assertThat(verdict.conditions())
                .extracting(Verdict.Condition::metric, Verdict.Condition::actual, Verdict.Condition::passed)
                .startsWith(tuple("low_issues", 2.0, true), tuple("issues", 3.0, false));
    }

    @Test
    void counts_only_what_is_new_where_it_is_asked_to() {
        List<Finding> found = findings(Severity.HIGH, Severity.HIGH);

        Verdict old = judge(found, List.of(), Set.of(), new Limit(Metric.NEW_HIGH_ISSUES, 0));
        Verdict one = judge(found, found.subList(0, 1), Set.of(), new Limit(Metric.NEW_ISSUES, 0));

        assertThat(old.gate()).isEqualTo(Gate.PASSED);
        assertThat(one.gate()).isEqualTo(Gate.FAILED);
    }

    @Test
    void a_score_outside_the_focus_does_not_decide() {
        Limit security = new Limit(Metric.SECURITY_SCORE, 7);

        assertThat(judge(List.of(), List.of(), Set.of(FocusArea.PERFORMANCE), security)
                        .gate())
                .isEqualTo(Gate.PASSED);
        assertThat(judge(List.of(), List.of(), Set.of(FocusArea.SECURITY), security)
                        .gate())
                .isEqualTo(Gate.FAILED);
    }

    @Test
    void a_gate_without_conditions_judges_only_that_everything_was_read() {
        assertThat(judge(findings(Severity.CRITICAL), List.of(), Set.of()).gate())
                .isEqualTo(Gate.PASSED);
    }

    @Test
    void takes_conditions_as_they_are_sent() {
        QualityGate gate = read(sent("issues", "<=", 5L), sent("security_score", null, 8L));

        assertThat(gate.limits()).containsExactly(new Limit(Metric.ISSUES, 5), new Limit(Metric.SECURITY_SCORE, 8));
    }

    @Test
    void says_everything_that_is_wrong_with_conditions() {
        assertThatThrownBy(() -> read(
                        sent("beauty", "<=", 5L),
                        sent("issues", ">=", 5L),
                        sent("issues", "<=", -1L),
                        sent("security_score", ">=", 11L),
                        sent("high_issues", "<=", null)))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::field)
                                .containsExactly(
                                        "c[0].metric",
                                        "c[1].operator",
                                        "c[2].metric",
                                        "c[2].threshold",
                                        "c[3].threshold",
                                        "c[4].threshold"));
    }

    private static QualityGate read(SentCondition... sent) {
        FieldErrors errors = new FieldErrors();
        QualityGate gate = SettingsRules.gate(List.of(sent), "c", errors);
        errors.refuseIfAny();
        return gate;
    }

    private static SentCondition sent(String metric, @Nullable String operator, @Nullable Long threshold) {
        return new SentCondition(metric, Optional.ofNullable(operator), Optional.ofNullable(threshold));
    }
}
