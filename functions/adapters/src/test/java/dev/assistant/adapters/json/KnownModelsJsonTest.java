package dev.assistant.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.model.CostEstimate;
import dev.assistant.model.KnownModels;
import dev.assistant.model.Price.Tokens;
import dev.assistant.workflow.WorkflowDefinition.ModelCalls;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownModelsJsonTest {
    private static final String REGIONAL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String GLOBAL = "global.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private final KnownModels models = KnownModelsJson.read();

    @Test
    void knows_a_model_by_what_its_id_contains_and_takes_the_entry_that_says_most() {
        Tokens million = new Tokens(1_000_000, 0, 0, 0);
        assertThat(models.price(REGIONAL).of(million).usd()).isEqualByComparingTo("3.30");
        assertThat(models.price(GLOBAL).of(million).usd()).isEqualByComparingTo("3");
        assertThat(models.price("openai/gpt-4.1-mini").of(million).usd()).isEqualByComparingTo("0.40");
        assertThat(models.find("llama3.3:70b")).isEmpty();
    }

    @Test
    void prices_every_token_as_what_it_is_charged_as() {
        assertThat(models.price(GLOBAL).of(new Tokens(1000, 2000, 3000, 400)).usd())
                // 1000 * 3 + 2000 * 0.3 + 3000 * 3.75 + 400 * 15, for a million each
                .isEqualByComparingTo("0.020850");
    }

    @Test
    void says_on_which_day_its_prices_held_and_names_no_model_twice() {
        assertThat(models.asOf()).isAfter("2026-01-01");
        assertThat(models.models()).extracting(known -> known.id()).doesNotHaveDuplicates();
        assertThat(models.models()).allSatisfy(known -> {
            assertThat(known.price().cached()).isLessThanOrEqualTo(known.price().input());
            assertThat(known.price().output()).isGreaterThan(known.price().input());
        });
    }

    @Test
    void estimates_more_for_more_code_and_more_turns_and_nothing_in_money_for_an_unknown_model() {
        ModelCalls once = new ModelCalls(1, 2);
        CostEstimate small = CostEstimate.of(List.of(600L), once, 0, GLOBAL, models);
        CostEstimate large = CostEstimate.of(List.of(6_000L, 6_000L), once, 0, GLOBAL, models);
        CostEstimate longer = CostEstimate.of(List.of(6_000L, 6_000L), new ModelCalls(3, 11), 8, GLOBAL, models);
        CostEstimate unknown = CostEstimate.of(List.of(600L), once, 0, "llama3.3:70b", models);

        assertThat(small.least().usd()).isPositive().isLessThan(small.most().usd());
        assertThat(small.most().usd()).isLessThan(large.most().usd());
        assertThat(large.least().usd()).isLessThan(longer.least().usd());
        assertThat(large.most().usd()).isLessThan(longer.most().usd());
        assertThat(unknown.most().usd()).isZero();
        assertThat(unknown.most().tokens()).isEqualTo(small.most().tokens());
    }
}
