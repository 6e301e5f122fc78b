package dev.assistant.runtime.run;

import static dev.assistant.testkit.FindingBuilder.aFinding;
import static dev.assistant.testkit.ReportBuilder.aReportOf;
import static dev.assistant.testkit.model.ScriptedAnswer.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.product.Product;
import dev.assistant.review.Finding;
import dev.assistant.review.Provenance;
import dev.assistant.review.RepositorySource;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Upload;
import dev.assistant.review.UploadId;
import dev.assistant.runtime.deployment.DeploymentPlanning;
import dev.assistant.runtime.document.Documentation;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.research.Research;
import dev.assistant.runtime.source.Obtaining;
import dev.assistant.runtime.team.AgentWorkflow;
import dev.assistant.runtime.team.Craft;
import dev.assistant.runtime.team.StubbedTeam;
import dev.assistant.runtime.team.StubbedTeam.Protocol;
import dev.assistant.runtime.workspace.Workspaces;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.github.StandInGitHub;
import dev.assistant.testkit.github.StandInGitHub.Reply;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.Script;
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.WorkflowInput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Documents, plans and answers from uploads and repositories, through a real worker and models' wire protocols. */
class ProductJobsTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final RepositorySource SHOP =
            new RepositorySource("https://github.com/ada/shop", Optional.empty(), Optional.empty(), false);

    private final Stage stage = new Stage();
    private final StandInGitHub gitHub = StandInGitHub.start();
    private final List<Prompt> prompts = new CopyOnWriteArrayList<>();
    private Optional<StubbedTeam> team = Optional.empty();

    @TempDir
    private Path temporary;

    @AfterEach
    void close() throws Exception {
        stage.close();
        if (team.isPresent()) {
            team.get().close();
        }
        gitHub.close();
    }

    @Test
    void documents_an_uploaded_archive_and_says_what_was_not_read() {
        Upload upload = uploaded(
                "shop.zip",
                new Packed()
                        .with("shop/calc.py", "def add(a, b):\n    return a + b\n")
                        .with("shop/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})
                        .with("node_modules/left/pad.js", "pad()")
                        .zip());
        works(
                Protocol.BEDROCK,
                "quick_documentation",
                new Documentation(),
                new Script().when(speaking("documentation_agent"), says("""
                        {"message":"Written.","done":true,"title":"Calc","markdown":"`add` adds."}""")));
        JobId job = stage.submit(asking("quick_documentation", Produces.DOCUMENT, Map.of())
                .withUpload(upload)
                .build());

        stage.awaitStatus(job, JobStatus.COMPLETED);

        Product.Document document = (Product.Document) product(job);
        assertThat(document.markdown()).isEqualTo("`add` adds.");
        assertThat(document.about().notes())
                .containsExactly(
                        "shop/logo.png was not read: not text.",
                        "node_modules/left/pad.js was not read: third-party code.");
        assertThat(prompts).anyMatch(prompt -> prompt.contains("return a + b"));
        assertIsProvenanceOf(job, document, "documentation_agent.v1@");
    }

    @Test
    void plans_a_deployment_from_a_repositorys_own_files_and_goes_on_from_them_after_the_approval() {
        publish(new Packed()
                .with("ada-shop-0123456/Dockerfile", "FROM python:3.12-slim\nEXPOSE 8080\n")
                .with("ada-shop-0123456/.github/workflows/ci.yml", "jobs:\n  build:\n    - run: docker build\n")
                .with("ada-shop-0123456/infra/main.tf", "resource \"aws_ecs_service\" \"shop\" {}\n")
                .with("ada-shop-0123456/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}));
        works(
                Protocol.OPENAI,
                "deployment",
                new DeploymentPlanning(),
                new Script()
                        .when(speaking("deployment_agent"), says("""
                        {"message":"Planned.","done":true,"summary":"Roll out.","steps":[
                        {"title":"Build","detail":"Build the image.","based_on":["Dockerfile:1","infra/main.tf:1"],"rollback":""}],
                        "checklist":[{"item":"Port 8080 is reachable.","based_on":["Dockerfile:2"]}],"risks":[]}"""))
                        .when(speaking("project_manager"), says("{\"message\":\"Complete.\",\"done\":true}")));
        JobId job = stage.submit(asking("deployment", Produces.PLAN, Map.of("environment", "staging"))
                .withRepository(SHOP)
                .build());
        stage.awaitStatus(job, JobStatus.AWAITING_APPROVAL);
        Stage.await(stage::isQueueEmpty);
        String asked = stage.approvals.last(stage.owner, job).orElseThrow().planHash();
        stage.approvals.answer(
                stage.owner,
                job,
                new Decision(Decision.Answer.APPROVED, Optional.empty()),
                Optional.of(asked),
                Instant.now());
        stage.send(job);

        stage.awaitStatus(job, JobStatus.COMPLETED);

        Product.Plan plan = (Product.Plan) product(job);
        assertThat(plan.steps().getFirst().basedOn()).containsExactly("Dockerfile:1", "infra/main.tf:1");
        assertThat(plan.about().notes()).containsExactly("logo.png was not read: not text.");
        assertThat(plan.decision()).map(Decision::answer).contains(Decision.Answer.APPROVED);
        assertThat(prompts).anyMatch(prompt -> prompt.contains("docker build"));
        assertThat(gitHub.received())
                .filteredOn(request -> request.path().contains("tarball"))
                .hasSize(1);
        assertIsProvenanceOf(job, plan, "deployment_agent.v1@");
    }

    @Test
    void answers_from_a_repositorys_files() throws Exception {
        publish(new Packed().with("ada-shop-0123456/calc.py", "def add(a, b):\n    return a + b\n"));
        try (Workspaces workspaces = new Workspaces(temporary)) {
            works(
                    Protocol.OPENAI,
                    "research",
                    new Research(stage.reviews, workspaces),
                    new Script()
                            .when(
                                    prompt -> prompt.messages().getLast().contains("Name who speaks next"),
                                    says("{\"message\":\"Done.\",\"next\":\"code_analyzer\",\"done\":true}"))
                            .when(speaking("research_agent"), says("""
                                    {"message":"Found.","done":true,"claims":[
                                    {"claim":"add returns the sum.","source":"calc.py","quote":"return a + b"}]}""")));
            JobId job = stage.submit(asking("research", Produces.ANSWER, Map.of("question", "What does add do?"))
                    .withRepository(SHOP)
                    .build());

            stage.awaitStatus(job, JobStatus.COMPLETED);

            Product.Answer answer = (Product.Answer) product(job);
            assertThat(answer.sources())
                    .extracting(Product.Answer.Source::title)
                    .containsExactly("calc.py:2");
            assertIsProvenanceOf(job, answer, "research_agent.v1@");
        }
    }

    @Test
    void answers_about_a_finding_from_the_code_of_its_review() throws Exception {
        JobId reviewed = reviewed(aFinding()
                .withId("injection")
                .saying("The name gets into the statement.")
                .build());
        try (Workspaces workspaces = new Workspaces(temporary)) {
            works(
                    Protocol.BEDROCK,
                    "research",
                    new Research(stage.reviews, workspaces),
                    new Script()
                            .when(
                                    prompt -> prompt.messages().getLast().contains("Name who speaks next"),
                                    says("{\"message\":\"Done.\",\"next\":\"code_analyzer\",\"done\":true}"))
                            .when(speaking("research_agent"), says("""
                                    {"message":"Found.","done":true,"claims":[
                                    {"claim":"The driver is sqlite3.","source":"app/db.py","quote":"import sqlite3"},
                                    {"claim":"It is escaped.","source":"app/db.py","quote":"escape(name)"}]}""")));
            JobId job = stage.submit(about(reviewed, "injection"));

            stage.awaitStatus(job, JobStatus.COMPLETED);

            Product.Answer answer = (Product.Answer) product(job);
            assertThat(answer.claims())
                    .extracting(Product.Answer.Claim::claim)
                    .containsExactly("The driver is sqlite3.");
            assertThat(prompts)
                    .anyMatch(prompt -> prompt.contains("The name gets into the statement.")
                            && prompt.contains("app/db.py:1-4")
                            && prompt.contains("SELECT * FROM users"));
            assertThat(answer.about().provenance().code())
                    .isEqualTo(Provenance.of(List.of(ReviewRequestBuilder.INJECTION))
                            .code());
        }
    }

    @Test
    void a_question_about_a_review_that_was_deleted_meanwhile_fails_and_says_so() throws Exception {
        JobId reviewed = reviewed(aFinding().withId("injection").build());
        ReviewRequest question = about(reviewed, "injection");
        stage.reviews.delete(stage.owner, reviewed);
        try (Workspaces workspaces = new Workspaces(temporary)) {
            works(Protocol.OPENAI, "research", new Research(stage.reviews, workspaces), new Script());
            JobId job = stage.submit(question);

            stage.awaitStatus(job, JobStatus.FAILED);

            assertThat(stage.job(job).error().orElseThrow()).contains("was deleted in the meantime");
            assertThat(prompts).isEmpty();
        }
    }

    /** A review of {@link ReviewRequestBuilder#INJECTION} that has completed. */
    private JobId reviewed(Finding finding) {
        Instant now = stage.clock.instant();
        JobId job =
                stage.reviews.add(ReviewRequestBuilder.aReviewOf(stage.owner).build(), Optional.empty(), now);
        Lease lease = ((Leases.Claim.Granted) stage.leases.claim(job, "reviewer", now)).lease();
        stage.reviews.complete(lease, aReportOf(finding).build(), now);
        return job;
    }

    private ReviewRequest about(JobId reviewed, String finding) {
        return ReviewRequestBuilder.aReviewOf(stage.owner)
                .withWorkflow("research")
                .withoutFiles()
                .asking(new WorkflowInput(
                        Produces.ANSWER,
                        Map.of("question", "Is it real?"),
                        Optional.empty(),
                        Optional.of(new AboutFinding(reviewed, finding))))
                .build();
    }

    private void works(Protocol protocol, String workflow, Craft craft, Script script) {
        StubbedTeam stubbed = StubbedTeam.answering(protocol, script, prompts);
        team = Optional.of(stubbed);
        stage.gitHub = new GitHubSettings(gitHub.url(), Optional.empty());
        stage.worker(
                1,
                Stage.QUICK,
                stage.log,
                new AgentWorkflow(
                        workflow,
                        stubbed.team(),
                        Obtaining.files(stage.reviews, stage.uploadStore, stage.gitHub),
                        craft));
    }

    private void publish(Packed files) {
        gitHub.has("/repos/ada/shop", "{\"default_branch\": \"main\"}")
                .has("/repos/ada/shop/commits/main", "{\"sha\": \"" + COMMIT + "\"}")
                .answers("GET", "/repos/ada/shop/tarball/" + COMMIT, any -> Reply.bytes(files.tarGz()));
    }

    private ReviewRequestBuilder asking(String workflow, Produces produces, Map<String, String> texts) {
        return ReviewRequestBuilder.aReviewOf(stage.owner)
                .withWorkflow(workflow)
                .asking(new WorkflowInput(produces, texts));
    }

    private Upload uploaded(String name, byte[] bytes) {
        Instant now = Instant.now();
        Upload upload = stage.uploads.add(
                new Upload(
                        new UploadId(UUID.randomUUID()),
                        stage.owner,
                        name,
                        bytes.length,
                        Optional.empty(),
                        now,
                        now.plusSeconds(600)),
                Optional.empty());
        stage.s3.putObject(
                put -> put.bucket(stage.environment().get("BUCKET_SOURCES"))
                        .key("uploads/" + stage.owner + "/" + upload.id()),
                RequestBody.fromBytes(bytes));
        return upload;
    }

    private Product product(JobId job) {
        return stage.products.of(stage.owner, job).orElseThrow();
    }

    /** As it was stored: of the files that were unpacked, and with the models and prompts that took part. */
    private void assertIsProvenanceOf(JobId job, Product product, String prompt) {
        Provenance provenance = product.about().provenance();
        assertThat(provenance.code())
                .isEqualTo(Provenance.of(stage.reviews.files(stage.owner, job, 0, 100))
                        .code());
        assertThat(provenance.models()).containsExactly("scripted");
        assertThat(provenance.prompts()).anyMatch(identity -> identity.startsWith(prompt));
    }

    private static Predicate<Prompt> speaking(String agent) {
        return prompt -> prompt.system().contains("You are " + agent);
    }
}
