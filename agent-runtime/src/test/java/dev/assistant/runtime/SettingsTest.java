package dev.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "DATABASE_URL", "jdbc:postgresql://127.0.0.1/x",
            "DATABASE_USER", "app",
            "DATABASE_PASSWORD", "secret",
            "AWS_REGION", "eu-central-1",
            "TABLE_EVENTS", "events",
            "TABLE_CONNECTIONS", "connections",
            "QUEUE_REVIEWS_URL", "http://127.0.0.1/queue",
            "BUCKET_SOURCES", "sources",
            "WEBSOCKET_MANAGEMENT_URL", "http://127.0.0.1:8081",
            "GRANT_KEY_FILE", "grant-key.json");

    private static Map<String, String> with(String key, String value) {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        variables.put(key, value);
        return variables;
    }

    @Test
    void runs_two_jobs_at_once_unless_told_otherwise() {
        assertThat(Settings.from(COMPLETE).concurrency()).isEqualTo(2);
        assertThat(Settings.from(with("WORKER_CONCURRENCY", "5")).concurrency()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATABASE_URL",
                "DATABASE_USER",
                "DATABASE_PASSWORD",
                "AWS_REGION",
                "TABLE_EVENTS",
                "TABLE_CONNECTIONS",
                "QUEUE_REVIEWS_URL",
                "BUCKET_SOURCES",
                "WEBSOCKET_MANAGEMENT_URL",
                "GRANT_KEY_FILE"
            })
    void names_the_key_that_is_missing(String key) {
        Map<String, String> variables = new HashMap<>(COMPLETE);
        variables.remove(key);
        assertThatThrownBy(() -> Settings.from(variables)).hasMessageContaining(key);
    }

    @Test
    void names_a_key_of_its_own_that_it_does_not_know() {
        assertThatThrownBy(() -> Settings.from(with("WORKER_CONCURENCY", "5")))
                .hasMessageContaining("WORKER_CONCURENCY");
        assertThatThrownBy(() -> Settings.from(with("MODEL_KEY", "x"))).hasMessageContaining("MODEL_KEY");
    }

    @Test
    void does_not_mind_what_belongs_to_others() {
        assertThat(Settings.from(with("TABLE_LIMITS", "limits"))).isEqualTo(Settings.from(COMPLETE));
    }

    @ParameterizedTest
    @CsvSource({
        "WORKER_CONCURRENCY, 0",
        "WORKER_CONCURRENCY, many",
        "WORKER_CONCURRENCY, 17",
        "WORKER_HEALTH_PORT, 70000",
        "MCP_PORTS, github=3000",
        "MCP_PORTS, 'github=3000,filesystem=3001,memory=3002,codebase=many'",
        "GITHUB_API_URL, nowhere",
        "WEBSOCKET_MANAGEMENT_URL, nowhere"
    })
    void names_the_key_whose_value_cannot_be(String key, String value) {
        assertThatThrownBy(() -> Settings.from(with(key, value))).hasMessageContaining(key);
    }

    @Test
    void shows_no_password_when_printed() {
        assertThat(Settings.from(COMPLETE).toString()).doesNotContain("secret");
        assertThat(Settings.from(with("GITHUB_TOKEN", "hidden")).toString()).doesNotContain("hidden");
    }
}
