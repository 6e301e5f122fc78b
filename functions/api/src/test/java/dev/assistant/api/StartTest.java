package dev.assistant.api;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.api.harness.Deployed;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function that could not work does not start. */
final class StartTest {
    private final Surroundings surroundings = Gateway.shared().surroundings();

    @ParameterizedTest
    @CsvSource({
        "users, DATABASE_URL",
        "users, TABLE_LIMITS",
        "users, TOKEN_KEYS_FILE",
        "users, PUBLIC_ORIGIN",
        "reviews, QUEUE_REVIEWS_URL",
        "reviews, BUCKET_SOURCES",
        "system, BUILD_VERSION",
        "deadLetters, QUEUE_REPLAY_URL",
        "sweep, QUEUE_REVIEWS_URL",
        "migrate, DATABASE_PASSWORD"
    })
    void a_missing_setting_stops_the_start_with_its_name(String function, String key) {
        assertThatThrownBy(() -> Deployed.start(function, surroundings.without(key)))
                .hasRootCauseMessage("Set the environment variable " + key + ": it is missing or unreadable.");
    }

    @Test
    void a_function_of_another_artefact_does_not_start() {
        assertThatThrownBy(() -> Deployed.start("replay", surroundings))
                .hasRootCauseMessage("spring.cloud.function.definition names no function of this artefact: replay");
    }
}
