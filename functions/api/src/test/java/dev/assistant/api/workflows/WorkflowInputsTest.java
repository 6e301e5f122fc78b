package dev.assistant.api.workflows;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import dev.assistant.api.harness.Surroundings;
import dev.assistant.api.harness.Worker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the workflows that review nothing take, where a model is configured. */
final class WorkflowInputsTest {
    private static final Gateway GATEWAY =
            new Gateway(Surroundings.fresh().with("MODEL_PROVIDER", "openai").with("MODEL_IDS", "gpt-4.1-mini"));
    private static final Worker WORKER = new Worker(GATEWAY.surroundings());
    private static final Map<String, Object> SHOP = Map.of("repository_url", "https://github.com/ada/shop");
    /** What every workflow may have beside code; unknown fields are passed over. */
    private static final Map<String, Object> TEXTS = Map.of("environment", "staging", "question", "What is it?");

    private final Person ada = Person.signedUp(GATEWAY);

    @ParameterizedTest
    @ValueSource(strings = {"documentation_generation", "quick_documentation", "deployment", "research"})
    void takes_files_a_repository_or_an_upload_in_place_of_code(String workflow) {
        assertThat(execute(workflow, Map.of("files", List.of(Map.of("path", "a.py", "content", "x = 1"))))
                        .status())
                .isEqualTo(202);
        assertThat(execute(workflow, Map.of("repository", SHOP)).status()).isEqualTo(202);
        Reply nothingUploaded = execute(workflow, Map.of("upload_id", announced()));
        assertThat(nothingUploaded.status()).isEqualTo(409);
        assertThat(nothingUploaded.text("/detail")).contains("Nothing has been uploaded yet");
        assertThat(execute(workflow, Map.of("upload_id", UUID.randomUUID())).status())
                .isEqualTo(404);
    }

    @Test
    void fetches_the_projects_repository_where_none_is_named() {
        String project = ada.post("/projects")
                .json(Map.of("name", "Shop", "repository_url", "https://github.com/ada/shop"))
                .send()
                .text("/id");

        Reply taken = ada.post("/workflows/quick_documentation/execute")
                .json(Map.of("input", Map.of("repository", Map.of()), "project_id", project))
                .send();

        assertThat(taken.status()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"question\": 7}|input.question",
                "{\"question\": \"\"}|input.question",
                "{}|input.question",
                "{\"question\": \"x\", \"files\": []}|input.files",
                "{\"question\": \"x\", \"files\": [{\"path\": \"a.py\"}]}|input.files[0].content",
                "{\"question\": \"x\", \"upload_id\": \"x\"}|input.upload_id",
                "{\"question\": \"x\", \"repository\": {\"repository_url\": 7}}|input.repository.repository_url",
                "{\"question\": \"x\", \"repository\": {\"pull_request\": 0}}|input.repository.pull_request"
            })
    void names_the_field_that_does_not_fit_the_schema(String input, String field) {
        Reply refused = ada.post("/workflows/research/execute")
                .text("application/json", "{\"input\":" + input + "}")
                .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields()).containsExactly(field);
    }

    @Test
    void posts_nothing_that_is_no_review() {
        Reply refused = execute(
                "deployment",
                Map.of(
                        "repository",
                        Map.of(
                                "repository_url",
                                "https://github.com/ada/shop",
                                "pull_request",
                                7,
                                "post_comments",
                                true)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.complaintFields()).contains("input.repository.post_comments");
    }

    @Test
    void takes_one_source_and_not_two() {
        Reply refused = execute("quick_documentation", Map.of("code", "x = 1", "repository", SHOP));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("code and files and upload_id and repository");
    }

    @Test
    void takes_a_question_about_a_finding_and_lists_it_with_its_review() {
        String reviewed = reviewed();

        Reply asked = execute("research", about(reviewed, "one"));
        execute("research", Map.of());

        assertThat(asked.status()).isEqualTo(202);
        Reply listed = ada.get("/workflows/history").query("about", reviewed).send();
        assertThat(listed.json().path("items")).hasSize(1);
        assertThat(listed.text("/items/0/job_id")).isEqualTo(asked.text("/job_id"));
        assertThat(listed.text("/items/0/question")).isEqualTo("What is it?");
        assertThat(listed.text("/items/0/about/issue_id")).isEqualTo("one");
        Reply ofAnother = Person.signedUp(GATEWAY)
                .get("/workflows/history")
                .query("about", reviewed)
                .send();
        assertThat(ofAnother.json().path("items")).isEmpty();
    }

    @Test
    void refuses_a_question_about_what_it_cannot_know() {
        String reviewed = reviewed();
        String running = submitted();

        Reply early = execute("research", about(running, "one"));
        Reply unknown = execute("research", about(reviewed, "two"));
        Reply foreign = Person.signedUp(GATEWAY)
                .post("/workflows/research/execute")
                .json(Map.of("input", Map.of("question", "x", "about", Map.of("job_id", reviewed, "issue_id", "one"))))
                .send();
        Map<String, Object> both = new HashMap<>(about(reviewed, "one"));
        both.put("repository", SHOP);

        assertThat(early.status()).isEqualTo(409);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(execute("research", both).complaintFields()).containsExactly("input.about");
        assertThat(execute("research", about("x", "one")).complaintFields()).containsExactly("input.about.job_id");
    }

    private static Map<String, Object> about(String job, String issue) {
        return Map.of("about", Map.of("job_id", job, "issue_id", issue));
    }

    private String reviewed() {
        String job = submitted();
        WORKER.complete(
                WORKER.take(job), aReportOf(aFinding().withId("one").build()).build());
        return job;
    }

    private String submitted() {
        return ada.post("/code-review").json(Map.of("code", "print(1)")).send().text("/job_id");
    }

    private String announced() {
        return ada.post("/code-review/uploads")
                .json(Map.of("file_name", "shop.zip", "size_bytes", 10))
                .send()
                .text("/upload_id");
    }

    private Reply execute(String workflow, Map<String, Object> source) {
        Map<String, Object> input = new HashMap<>(TEXTS);
        input.putAll(source);
        return ada.post("/workflows/" + workflow + "/execute")
                .json(Map.of("input", input))
                .send();
    }
}
