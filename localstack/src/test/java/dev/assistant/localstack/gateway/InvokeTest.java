package dev.assistant.localstack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.testkit.engine.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions that invoke functions. */
class InvokeTest {
    private static GatewayFixture fixture;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        fixture = new GatewayFixture(directory);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void answers_what_the_function_answers() throws Exception {
        HttpResponse<String> answer = invoke("for-functions", "{\"httpMethod\":\"POST\",\"body\":\"hello\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
        assertThat(answer.body()).contains("\"hello\"");
    }

    @Test
    void says_that_the_function_failed_and_nothing_of_why() throws Exception {
        HttpResponse<String> answer = invoke("for-functions", "{\"queryStringParameters\":{\"do\":\"fail\"}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
        assertThat(answer.body()).doesNotContain("on purpose");
    }

    @Test
    void knows_only_functions_that_are_there_for_functions() throws Exception {
        assertThat(invoke("answers", "{}").statusCode()).isEqualTo(404);
        assertThat(invoke("nobody", "{}").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> invoke(String function, String event) throws Exception {
        URI management = Loopback.http(fixture.gateway.managementPort());
        return fixture.send(
                HttpRequest.newBuilder(management.resolve("/2015-03-31/functions/" + function + "/invocations"))
                        .POST(HttpRequest.BodyPublishers.ofString(event)));
    }
}
