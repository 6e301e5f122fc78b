package dev.assistant.review;

import static dev.assistant.review.ReviewDecision.Outcome.APPROVE;
import static dev.assistant.review.ReviewDecision.Outcome.NEEDS_WORK;
import static dev.assistant.review.ReviewDecision.Outcome.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.ReviewDecision.Outcome;
import dev.assistant.review.Verdict.Condition;
import dev.assistant.review.Verdict.Gate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewDecisionTest {
    private static final Verdict FAILED =
            new Verdict(Gate.FAILED, List.of(new Condition("security_score", ">=", 7, 4, false)));
    private static final Verdict PASSED =
            new Verdict(Gate.PASSED, List.of(new Condition("security_score", ">=", 7, 9, true)));

    @Test
    void what_the_gate_fails_is_not_approved_whatever_agents_say() {
        ReviewDecision decision = decide(FAILED, Optional.of(APPROVE), "All is well.");

        assertThat(decision.outcome()).isEqualTo(NEEDS_WORK);
        assertThat(decision.summary()).isEqualTo("All is well.");
        assertThat(decision.reasons()).containsExactly("The quality gate asks for security score >= 7; it is 4.");
    }

    @Test
    void agents_can_be_stricter_and_are_named_as_the_reason() {
        ReviewDecision decision = decide(PASSED, Optional.of(REJECT), "It loses data.");

        assertThat(decision.outcome()).isEqualTo(REJECT);
        assertThat(decision.reasons()).containsExactly("The agents come to REJECT.");
    }

    @Test
    void without_agents_the_reasons_are_the_summary() {
        ReviewDecision decision = decide(PASSED, Optional.empty(), "");

        assertThat(decision.outcome()).isEqualTo(APPROVE);
        assertThat(decision.summary()).isEqualTo("The quality gate passed, and there is no critical issue.");
    }

    @Test
    void what_was_not_wholly_reviewed_is_not_approved() {
        ReviewDecision decision = decide(new Verdict(Gate.INCOMPLETE, List.of()), Optional.of(APPROVE), "");

        assertThat(decision.outcome()).isEqualTo(NEEDS_WORK);
        assertThat(decision.reasons()).containsExactly("Not everything was reviewed.");
    }

    private static ReviewDecision decide(Verdict verdict, Optional<Outcome> said, String words) {
        ReviewReport report = new ReviewReport(
                AnalysisMode.AGENTS,
                "",
                List.of(),
                new Scores(8, 8, 8, 8),
                verdict,
                new Coverage(List.of(), 0, 0),
                List.of());
        return ReviewDecision.of(report, said, words, List.of());
    }
}
