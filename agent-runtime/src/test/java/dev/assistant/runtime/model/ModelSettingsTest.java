package dev.assistant.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.settings.Environment;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {
    private static final Map<String, String> OLLAMA = Map.of(
            "MODEL_PROVIDER", "openai",
            "MODEL_IDS", "qwen3-coder, llama3.3",
            "MODEL_BASE_URL", "http://127.0.0.1:11434/v1");
    private static final Map<String, String> BEDROCK =
            Map.of("MODEL_PROVIDER", "bedrock", "MODEL_IDS", "eu.anthropic.claude-sonnet-4-5-20250929-v1:0");

    @Test
    void uses_no_model_unless_told_to() {
        assertThat(read(Map.of())).isEqualTo(ModelSettings.NONE);
    }

    @Test
    void takes_models_in_their_order_and_caps_with_a_default() {
        ModelSettings settings = read(OLLAMA);

        assertThat(settings.provider()).isEqualTo(ModelSettings.Provider.OPENAI);
        assertThat(settings.models()).containsExactly("qwen3-coder", "llama3.3");
        assertThat(settings.mostUsd()).isEqualByComparingTo("2.00");
        assertThat(settings.mostTokens()).isEqualTo(400_000);
        assertThat(settings.longest()).hasSeconds(900);
    }

    @ParameterizedTest
    @CsvSource({
        "MODEL_PROVIDER, anthropic, MODEL_PROVIDER",
        "MODEL_IDS, ',', MODEL_IDS",
        "MODEL_BASE_URL, '', MODEL_BASE_URL",
        "MODEL_GUARDRAIL_ID, g1, MODEL_GUARDRAIL_VERSION",
        "MODEL_STRUCTURED_ANSWERS, xml, MODEL_STRUCTURED_ANSWERS",
        "MODEL_MAX_USD_PER_JOB, much, MODEL_MAX_USD_PER_JOB",
        "MODEL_MAX_TOKENS_PER_JOB, 0, MODEL_MAX_TOKENS_PER_JOB"
    })
    void names_the_key_that_is_wrong(String key, String value, String named) {
        assertThatThrownBy(() -> read(with(OLLAMA, key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    @Test
    void refuses_what_the_provider_does_not_use() {
        assertThatThrownBy(() -> read(with(BEDROCK, "MODEL_API_KEY", "sk-1"))).hasMessageContaining("MODEL_API_KEY");
        assertThatThrownBy(() -> read(with(BEDROCK, "MODEL_BASE_URL", "https://x/v1")))
                .hasMessageContaining("MODEL_BASE_URL");
    }

    @Test
    void sends_no_key_in_the_clear_and_shows_it_to_nobody() {
        Map<String, String> open = with(OLLAMA, "MODEL_BASE_URL", "http://models.example.com/v1");
        assertThatThrownBy(() -> read(with(open, "MODEL_API_KEY", "sk-secret")))
                .hasMessageContaining("https")
                .hasMessageNotContaining("sk-secret");

        assertThat(read(with(OLLAMA, "MODEL_API_KEY", "sk-secret")).toString()).doesNotContain("sk-secret");
        Map<String, String> account =
                with(with(BEDROCK, "MODEL_AWS_ACCESS_KEY_ID", "AKIA1"), "MODEL_AWS_SECRET_ACCESS_KEY", "very-secret");
        assertThat(read(account).toString()).doesNotContain("very-secret", "AKIA1");
    }

    private static ModelSettings read(Map<String, String> variables) {
        return ModelSettings.from(new Environment(variables));
    }

    private static Map<String, String> with(Map<String, String> variables, String key, String value) {
        Map<String, String> changed = new HashMap<>(variables);
        changed.put(key, value);
        return changed;
    }
}
