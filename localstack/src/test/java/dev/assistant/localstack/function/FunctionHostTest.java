package dev.assistant.localstack.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.localstack.TestCode;
import dev.assistant.localstack.catalogue.Catalogue;
import dev.assistant.localstack.function.FunctionFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What both hosts owe: real handlers, real events, Lambda's limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FunctionHostTest {

    static final JsonMapper JSON = JsonMapper.shared();
    final Catalogue catalogue = TestCode.catalogue();

    @SuppressWarnings("NullAway.Init")
    FunctionHost host;

    abstract FunctionHost start(Path checkout, Path logs);

    @BeforeAll
    void start(@TempDir Path directory) {
        host = start(TestCode.unpackedIn(directory), directory);
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @Test
    void gives_the_function_its_event_and_the_caller_its_answer() {
        JsonNode answer = invoke("answers", "echo", "grüße");

        assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
        assertThat(answer.path("body").stringValue()).isEqualTo("grüße");
    }

    @Test
    void keeps_functions_of_one_artefact_apart() {
        assertThat(invoke("answers", "echo", "x").path("statusCode").intValue()).isEqualTo(200);
        assertThat(invoke("system", "echo", "x").path("statusCode").intValue()).isEqualTo(404);
    }

    @Test
    void shows_the_function_nothing_of_the_stack() {
        assertThat(invoke("answers", "class-path", "").path("body").stringValue())
                .isEqualTo("null");
    }

    @Test
    void reports_a_function_that_throws_and_goes_on() {
        assertThatThrownBy(() -> invoke("answers", "fail", ""))
                .isInstanceOfSatisfying(FunctionFailure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.FAILED);
                    assertThat(failure).hasMessageContaining("on purpose");
                });
        assertThat(invoke("answers", "echo", "x").path("statusCode").intValue()).isEqualTo(200);
    }

    @Test
    void gives_up_on_a_function_that_takes_too_long() {
        assertThatThrownBy(() -> invoke("impatient", "sleep", ""))
                .isInstanceOfSatisfying(
                        FunctionFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT));
    }

    @Test
    void refuses_an_event_over_six_megabytes() {
        assertThatThrownBy(() -> invoke("answers", "echo", "x".repeat(FunctionHost.LARGEST_EVENT)))
                .isInstanceOfSatisfying(
                        FunctionFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.EVENT_TOO_LARGE));
    }

    @Test
    void answers_many_at_once() {
        List<String> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i ->
                        invoke("answers", "echo", "message " + i).path("body").stringValue())
                .toList();

        assertThat(answers)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> "message " + i).toList());
    }

    JsonNode invoke(String function, String what, String body) {
        byte[] event = JSON.writeValueAsBytes(Map.of(
                "httpMethod",
                "GET",
                "resource",
                "/",
                "path",
                "/",
                "queryStringParameters",
                Map.of("do", what),
                "body",
                body));
        return JSON.readTree(new String(host.invoke(catalogue.named(function), event), StandardCharsets.UTF_8));
    }
}
