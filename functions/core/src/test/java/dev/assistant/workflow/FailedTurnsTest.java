package dev.assistant.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.workflow.Turn.Kind;
import dev.assistant.workflow.Turn.ModelUse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FailedTurnsTest {
    @Test
    void names_each_agent_that_failed_or_was_not_paid_for_once() {
        List<Turn> turns = List.of(
                turn("review-0/security", 0, "security_auditor", Kind.FAILED),
                turn("review-0/quality", 0, "code_analyzer", Kind.SPOKE),
                turn("review-1/security", 0, "security_auditor", Kind.FAILED),
                turn("review-1", 0, "project_manager", Kind.OVERDRAWN));

        assertThat(FailedTurns.agents(turns)).containsExactly("security_auditor", "project_manager");
    }

    @Test
    void keeps_what_came_before_a_failure_and_conversations_without_one() {
        List<Turn> turns = List.of(
                turn("review-0", 0, "code_analyzer", Kind.SPOKE),
                turn("review-0", 1, "security_auditor", Kind.FAILED),
                turn("review-1", 0, "code_analyzer", Kind.SPOKE));

        assertThat(names(FailedTurns.kept(turns, Set.of("security_auditor"))))
                .containsExactly("review-0:0", "review-1:0");
    }

    @Test
    void drops_what_rests_on_answers_that_are_asked_for_again() {
        List<Turn> turns = List.of(
                turn("review-0/security", 0, "security_auditor", Kind.FAILED),
                turn("review-0/quality", 0, "code_analyzer", Kind.SPOKE),
                turn("review-0", 0, "project_manager", Kind.SPOKE),
                turn("check/0/0", 0, "code_analyzer", Kind.SPOKE),
                turn("check/10/0", 0, "code_analyzer", Kind.SPOKE),
                turn("review-10/quality", 0, "code_analyzer", Kind.SPOKE));

        assertThat(names(FailedTurns.kept(turns, Set.of("security_auditor"))))
                .containsExactly("review-0/quality:0", "check/10/0:0", "review-10/quality:0");
    }

    @Test
    void leaves_the_failures_of_agents_that_are_not_asked_again() {
        List<Turn> turns = List.of(
                turn("review-0/security", 0, "security_auditor", Kind.FAILED),
                turn("review-0/documents", 0, "documentation_agent", Kind.FAILED));

        assertThat(names(FailedTurns.kept(turns, Set.of("security_auditor")))).containsExactly("review-0/documents:0");
    }

    @Test
    void takes_over_no_decision_and_no_costs() {
        List<Turn> turns =
                List.of(turn("main", 0, "deployment_agent", Kind.SPOKE), turn("main", 1, "user_proxy", Kind.DECIDED));

        List<Turn> kept = FailedTurns.kept(turns, Set.of());

        assertThat(names(kept)).containsExactly("main:0");
        assertThat(kept.getFirst().model()).contains(new ModelUse("a-model", "a-prompt", 0, 0, 0, BigDecimal.ZERO, 0));
        assertThat(kept.getFirst().duration()).isZero();
    }

    private static List<String> names(List<Turn> turns) {
        return turns.stream()
                .map(turn -> turn.conversation() + ":" + turn.number())
                .toList();
    }

    private static Turn turn(String conversation, int number, String agent, Kind kind) {
        return new Turn(
                conversation,
                number,
                agent,
                kind,
                "Said.",
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new ModelUse("a-model", "a-prompt", 100, 10, 0, new BigDecimal("0.01"), 1)),
                Duration.ofSeconds(2));
    }
}
