package dev.assistant.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.model.CostEstimate;
import dev.assistant.model.KnownModels;
import dev.assistant.model.Price.Tokens;
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
        CostEstimate small = CostEstimate.of(2_000, 6_000, 2, GLOBAL, models);
        CostEstimate large = CostEstimate.of(200_000, 6_000, 2, GLOBAL, models);
        CostEstimate longer = CostEstimate.of(200_000, 6_000, 6, GLOBAL, models);
        CostEstimate unknown = CostEstimate.of(200_000, 6_000, 6, "llama3.3:70b", models);

        assertThat(small.turns()).isEqualTo(2);
        assertThat(small.usage().usd()).isPositive().isLessThan(large.usage().usd());
        assertThat(large.usage().usd()).isLessThan(longer.usage().usd());
        assertThat(unknown.isPriced()).isFalse();
        assertThat(unknown.usage().usd()).isZero();
        assertThat(unknown.usage().inputTokens()).isEqualTo(longer.usage().inputTokens());
    }
}
