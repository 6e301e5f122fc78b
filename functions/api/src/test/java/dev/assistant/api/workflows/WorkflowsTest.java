package dev.assistant.api.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assistant.adapters.json.WorkflowCatalogueJson;
import dev.assistant.api.harness.Call;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import dev.assistant.workflow.WorkflowDefinition;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Choosing a workflow and running it. */
final class WorkflowsTest {
    private static final Gateway GATEWAY = new Gateway(Surroundings.fresh());
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());
    private static final Map<String, Object> INPUT = Map.of("input", Map.of("code", "x = 1", "language", "python"));

    private final Person ada = Person.signedUp(GATEWAY);

    @Test
    void the_eight_workflows_are_listed_and_say_honestly_which_can_be_run() {
        List<JsonNode> workflows =
                ada.get("/workflows").send().json().path("items").valueStream().toList();

        assertThat(workflows)
                .extracting(workflow -> workflow.path("name").asString())
                .containsExactly(
                        "quick_code_review",
                        "code_analysis",
                        "security_audit",
                        "documentation_generation",
                        "quick_documentation",
                        "deployment",
                        "research",
                        "comprehensive_feature_review");
        assertThat(workflows)
                .filteredOn(workflow -> workflow.path("available").asBoolean())
                .allSatisfy(workflow ->
                        assertThat(workflow.path("unavailable_reason").isNull()).isTrue())
                .extracting(workflow -> workflow.path("name").asString())
                .containsExactly(
                        "quick_code_review", "code_analysis", "security_audit", "comprehensive_feature_review");
        assertThat(workflows).first().satisfies(quick -> {
            assertThat(quick.at("/agents/0/name").asString()).isEqualTo("code_analyzer");
            assertThat(quick.at("/input_schema/properties/code/type").asString())
                    .isEqualTo("string");
        });
        assertThat(workflows)
                .filteredOn(workflow -> !workflow.path("available").asBoolean())
                .allSatisfy(workflow -> assertThat(
                                workflow.path("unavailable_reason").asString())
                        .contains("language model"));
    }

    @Test
    void the_catalogue_may_be_kept_for_five_minutes_and_is_then_asked_for_again() {
        for (String path : List.of("/workflows", "/workflows/deployment")) {
            Reply first = ada.get(path).send();

            Reply again =
                    ada.get(path).header("If-None-Match", first.header("ETag")).send();

            assertThat(first.header("Cache-Control")).isEqualTo("private, max-age=300");
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(ada.get(path).header("If-None-Match", "\"other\"").send().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_unknown_workflow_is_not_found() {
        assertThat(ada.get("/workflows/magic").send().status()).isEqualTo(404);
        assertThat(execute("magic", INPUT).status()).isEqualTo(404);
    }

    @Test
    void running_a_workflow_queues_its_job() {
        Reply reply = execute("quick_code_review", INPUT);

        String job = reply.text("/job_id");
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/code-review/" + job);
        assertThat(WORKER.enqueuedJobs()).contains(job);
        assertThat(ada.get("/code-review/" + job).send().text("/workflow")).isEqualTo("quick_code_review");
        assertThat(ada.get("/code-review/" + job + "/files").send().text("/items/0/content"))
                .isEqualTo("x = 1");
    }

    @Test
    void a_workflow_that_cannot_be_run_says_why_and_makes_no_job() {
        for (WorkflowDefinition workflow : WorkflowCatalogueJson.read().workflows()) {
            if (!workflow.isAvailable()) {
                Reply refused = execute(workflow.name(), INPUT);
                assertThat(refused.status()).as(workflow.name()).isEqualTo(409);
                assertThat(refused.text("/detail")).contains("language model");
                Reply submitted = ada.post("/code-review")
                        .json(Map.of("code", "x = 1", "workflow", workflow.name()))
                        .send();
                assertThat(submitted.status()).isEqualTo(422);
                assertThat(submitted.body()).contains("language model", "quick_code_review");
            }
        }
        assertThat(ada.get("/workflows/history").send().json().path("items").size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"x = 1\"}",
                "{\"code\":\"x\",\"file_path\":\"a/b.py\",\"language\":\"python\",\"focus_areas\":[\"security\"]}",
                "{\"files\":[{\"path\":\"a.py\",\"content\":\"x\"},{\"path\":\"b\",\"content\":\"\",\"language\":\"go\"}]}",
                "{}",
                "{\"code\":7}",
                "{\"code\":\"x\",\"files\":[{\"path\":\"a.py\",\"content\":\"x\"}]}",
                "{\"files\":[]}",
                "{\"files\":[{\"path\":\"a.py\"}]}",
                "{\"files\":[7]}",
                "{\"code\":\"x\",\"language\":\"klingon\"}",
                "{\"code\":\"x\",\"focus_areas\":[\"beauty\"]}",
                "{\"code\":\"x\",\"file_path\":\"\"}"
            })
    void input_is_taken_exactly_when_the_workflows_schema_takes_it(String input) {
        JsonNode workflow = ada.get("/workflows/quick_code_review").send().json();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(workflow.path("input_schema").toString(), InputFormat.JSON);
        boolean fits = schema.validate(input, InputFormat.JSON).isEmpty();

        Reply reply = ada.post("/workflows/quick_code_review/execute")
                .text("application/json", "{\"input\":" + input + "}")
                .send();

        assertThat(reply.status()).isEqualTo(fits ? 202 : 422);
    }

    @Test
    void what_is_wrong_with_the_input_is_named_where_it_is() {
        Reply refused = execute("quick_code_review", Map.of("input", Map.of("code", " ", "language", "klingon")));

        assertThat(refused.complaintFields()).containsExactlyInAnyOrder("input.code", "input.language");
        assertThat(execute("quick_code_review", Map.of()).complaintFields()).containsExactly("input");
        assertThat(execute("quick_code_review", Map.of("input", "x")).complaintFields())
                .containsExactly("input");
        assertThat(execute("quick_code_review", Map.of("input", Map.of("code", 7), "project_id", "x"))
                        .complaintFields())
                .containsExactlyInAnyOrder("input.code", "project_id");
    }

    @Test
    void somebody_elses_project_is_not_found() {
        Person bob = Person.signedUp(GATEWAY);
        String project =
                bob.post("/projects").json(Map.of("name", "Mine")).send().text("/id");

        for (String id : List.of(project, UUID.randomUUID().toString())) {
            assertThat(execute("quick_code_review", Map.of("input", Map.of("code", "x"), "project_id", id))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_repeated_request_makes_one_job() {
        Call first = ada.post("/workflows/quick_code_review/execute").header("Idempotency-Key", "k");
        Call again = ada.post("/workflows/quick_code_review/execute").header("Idempotency-Key", "k");
        Call other = ada.post("/workflows/quick_code_review/execute").header("Idempotency-Key", "k");

        String job = first.json(INPUT).send().text("/job_id");

        assertThat(again.json(INPUT).send().text("/job_id")).isEqualTo(job);
        assertThat(other.json(Map.of("input", Map.of("code", "y = 2"))).send().status())
                .isEqualTo(409);
    }

    private Reply execute(String workflow, Map<String, Object> body) {
        return ada.post("/workflows/" + workflow + "/execute").json(body).send();
    }
}
