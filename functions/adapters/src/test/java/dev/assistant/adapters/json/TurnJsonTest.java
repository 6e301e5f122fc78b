package dev.assistant.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import dev.assistant.workflow.Turn.ModelUse;
import dev.assistant.workflow.Turn.ToolUse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TurnJsonTest {
    @ParameterizedTest
    @EnumSource
    void is_read_as_it_was_written(Kind kind) {
        Turn turn = new Turn(
                "review-1/security",
                3,
                "security_auditor",
                kind,
                "Said \"so\"\nand more.",
                Optional.of("{\"done\":true}"),
                true,
                List.of(new ToolUse("filesystem_read_file", false), new ToolUse("github_search_code", true)),
                Optional.of(
                        new ModelUse("large", "speak.v1@3f2a9c7be1d0", 1_200, 80, 900, new BigDecimal("0.0042"), 2)),
                Duration.ofMillis(1_250));

        assertThat(TurnJson.read(TurnJson.write(turn))).isEqualTo(turn);
    }

    @Test
    void a_turn_without_a_model_is_read_as_one() {
        Turn turn = Turn.plain("main", 0, "executor", "The files say nothing.", false);

        assertThat(TurnJson.read(TurnJson.write(turn))).isEqualTo(turn);
    }
}
