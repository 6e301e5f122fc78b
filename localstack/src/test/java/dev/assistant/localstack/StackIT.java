package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts, as a person uses them, on the built product. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StackIT {

    private static final String ACCOUNT =
            "{\"email\":\"ada@example.org\",\"username\":\"ada\",\"password\":\"Correct7horse\"}";

    @Test
    void starts_tells_how_it_is_and_stops_with_its_data_kept(@TempDir Path data) throws Exception {
        try (RunningStack stack = RunningStack.up(data)) {
            RunningStack.Output status = stack.script("status");
            assertThat(status.code()).isZero();
            assertThat(JsonMapper.shared().readTree(status.text()))
                    .extracting(part -> part.path("name").stringValue())
                    .contains("postgres", "dynamodb", "sqs", "s3", "mail", "gateway", "functions", "agent-runtime");
            assertThat(JsonMapper.shared().readTree(status.text()))
                    .filteredOn(part -> part.has("page"))
                    .extracting(part -> part.path("name").stringValue())
                    .containsExactly("mail");
            assertThat(post(stack, "/auth/register")).isEqualTo(201);
            assertThat(stack.script("up", "--detach").text()).isEqualTo("Ready: " + stack.origin() + "\n");
            assertThat(stack.script("up").text()).contains("Already running").contains("./localstack/down");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("token-keys.json"))))
                    .isEqualTo("rw-------");

            assertThat(stack.script("down").text()).contains("Stopped");
            assertThat(stack.script("status")).isEqualTo(new RunningStack.Output(3, "[]\n"));
            assertThat(stack.script("up", "--detach", "--no-build").code()).isZero();

            assertThat(post(stack, "/auth/register")).isEqualTo(409);
            assertThat(post(stack, "/auth/login")).isEqualTo(200);
            stack.script("reset");
            assertThat(data.resolve("data")).doesNotExist();
        }
    }

    @Test
    void brings_agent_runtime_back_and_leaves_no_process_behind(@TempDir Path data) throws Exception {
        try (RunningStack stack = RunningStack.up(data)) {
            ProcessHandle runtime = stack.process("agent-runtime");
            runtime.destroyForcibly();
            runtime.onExit().join();

            JsonNode revived = stack.healthy("agent-runtime");
            assertThat(revived.path("pid").longValue()).isNotEqualTo(runtime.pid());

            List<ProcessHandle> all =
                    List.of(stack.process("gateway"), stack.process("postgres"), stack.process("agent-runtime"));
            all.getFirst().destroyForcibly();
            for (ProcessHandle each : all) {
                each.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            }
            assertThat(stack.script("status").code()).isEqualTo(3);
        }
    }

    private static int post(RunningStack stack, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stack.origin() + "/api/v1" + path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(
                            path.endsWith("login") ? ACCOUNT.replace("\"username\":\"ada\",", "") : ACCOUNT))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
