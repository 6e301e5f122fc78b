package dev.assistant.localstack.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Through Lambda's real runtime interface client. */
class ProcessHostTest extends FunctionHostTest {

    @Override
    FunctionHost start(Path checkout, Path logs) {
        Map<String, String> settings = Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "localsecret",
                "TOKEN_KEYS_FILE", "keys.json",
                "DATABASE_PASSWORD", "not for all");
        return new ProcessHost(checkout, logs, settings, 0);
    }

    @Test
    void gives_a_function_only_the_settings_that_the_catalogue_gives_it() {
        List<String> keys = List.of(
                invoke("answers", "environment", "").path("body").stringValue().split(","));

        assertThat(keys)
                .contains("AWS_REGION", "TOKEN_KEYS_FILE", "AWS_ACCESS_KEY_ID", "AWS_LAMBDA_FUNCTION_NAME")
                .doesNotContain("DATABASE_PASSWORD");
    }

    @Test
    void starts_another_process_after_one_has_died() {
        assertThatThrownBy(() -> invoke("answers", "exit", ""))
                .isInstanceOf(FunctionFailure.class)
                .hasMessageContaining("ended with 3");

        assertThat(invoke("answers", "echo", "again").path("body").stringValue())
                .isEqualTo("again");
        assertThat(host.parts()).allSatisfy(part -> assertThat(part.healthy()).isTrue());
    }
}
