package dev.assistant.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.progress.JobEvent;
import dev.assistant.repository.GrantAccess;
import dev.assistant.repository.RepositoryGrant;
import dev.assistant.repository.SealedGrant;
import dev.assistant.review.Change;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.RepositorySource;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Upload;
import dev.assistant.runtime.ScriptedEngine;
import dev.assistant.runtime.deployment.DeploymentPlanning;
import dev.assistant.runtime.document.Documentation;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.research.Research;
import dev.assistant.runtime.source.ObtainFiles;
import dev.assistant.runtime.source.Obtaining;
import dev.assistant.runtime.team.AgentWorkflow;
import dev.assistant.runtime.team.Craft;
import dev.assistant.runtime.team.StubbedTeam;
import dev.assistant.runtime.team.StubbedTeam.Protocol;
import dev.assistant.runtime.workspace.Workspaces;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.github.StandInGitHub;
import dev.assistant.testkit.github.StandInGitHub.Received;
import dev.assistant.testkit.github.StandInGitHub.Reply;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.Script;
import dev.assistant.testkit.model.ScriptedAnswer;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.WorkflowInput;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Repositories on their way from a stand-in for GitHub, which speaks its protocol, through a real worker. */
class RepositoryReviewTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String REPOSITORY = "/repos/ada/shop";
    private static final String PULL = REPOSITORY + "/pulls/7";
    private static final Packed FILES = new Packed()
            .with("ada-shop-0123456/", "")
            .with("ada-shop-0123456/app/main.py", "import os\neval(one)\nprint()\neval(two)\n")
            .with("ada-shop-0123456/app/other.py", "eval(three)\n")
            .with("ada-shop-0123456/logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})
            .linking("ada-shop-0123456/link.py", "app/main.py");

    private final StandInGitHub gitHub = StandInGitHub.start();
    private final Stage stage = new Stage();
    private boolean isWorking;

    @TempDir
    private Path temporary;

    @BeforeEach
    void publish() {
        stage.gitHub = new GitHubSettings(gitHub.url(), Optional.empty());
        gitHub.has(REPOSITORY, "{\"default_branch\": \"main\"}")
                .has(REPOSITORY + "/commits/main", "{\"sha\": \"" + COMMIT + "\"}")
                .answers("GET", REPOSITORY + "/tarball/" + COMMIT, any -> Reply.bytes(FILES.tarGz()));
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
        gitHub.close();
    }

    @Test
    void reviews_the_default_branch_and_says_what_it_set_aside() {
        JobId job = reviewed(source(Optional.empty(), Optional.empty(), false));

        ReviewReport report = stage.report(job);
        assertThat(report.findings())
                .extracting(Finding::path)
                .containsExactly("app/main.py", "app/main.py", "app/other.py");
        assertThat(report.coverage().files())
                .filteredOn(file -> file.status() == FileCoverage.Status.SKIPPED)
                .extracting(file -> file.path() + ": " + file.reason().orElse(""))
                .containsExactly("link.py: not text (a link)", "logo.png: not text");
        assertThat(stage.reviews.files(stage.owner, job, 0, 100))
                .extracting(SourceFile::path)
                .containsExactly("app/main.py", "app/other.py");
    }

    @Test
    void reports_of_a_pull_request_the_files_that_it_changes_and_which_findings_are_its_own() {
        pullRequest();

        ReviewReport report = stage.report(reviewed(source(Optional.empty(), Optional.of(7), false)));

        assertThat(report.findings())
                .extracting(finding ->
                        finding.path() + ":" + finding.range().orElseThrow().startLine() + " "
                                + finding.change().orElseThrow())
                .containsExactly("app/main.py:2 " + Change.UNCHANGED, "app/main.py:4 " + Change.NEW);
        assertThat(report.coverage().files()).extracting(FileCoverage::path).containsExactly("app/main.py");
        assertThat(posts()).isEmpty();
    }

    @Test
    void tells_agents_as_data_which_lines_the_pull_request_changes() throws Exception {
        pullRequest();
        List<Prompt> prompts = new CopyOnWriteArrayList<>();
        try (StubbedTeam agents =
                StubbedTeam.answering(Protocol.OPENAI, Script.of(new ScriptedAnswer.Refuses()), prompts)) {
            JobId job = stage.submit(ReviewRequestBuilder.aReviewOf(stage.owner)
                    .withRepository(source(Optional.empty(), Optional.of(7), false))
                    .build());
            stage.worker(ScriptedEngine.reading(), agents.team());
            stage.awaitStatus(job, JobStatus.COMPLETED);
        }

        assertThat(prompts)
                .isNotEmpty()
                .allSatisfy(
                        prompt -> assertThat(String.join("\n", prompt.messages()))
                                .containsPattern(
                                        "<data boundary=\\w+ name=\"lines that the pull request changes\">\napp/main.py: 4\n</data"));
    }

    @Test
    void documents_what_a_pull_request_changes_and_reads_that_first() throws Exception {
        pullRequest();
        Script script = Script.of(ScriptedAnswer.says("""
                {"message":"Written.","done":true,"title":"Shop","markdown":"It evaluates."}"""));

        Made made = made(
                "quick_documentation",
                new Documentation(),
                new WorkflowInput(Produces.DOCUMENT, Map.of()),
                script,
                JobStatus.COMPLETED);

        assertThat(made.asked())
                .contains("document what they change")
                .containsSubsequence(
                        "name=\"app/main.py\"",
                        "name=\"lines that the pull request changes\">\napp/main.py: 4\n</data",
                        "name=\"app/other.py\"");
        assertThat(stage.products
                        .of(stage.owner, made.job())
                        .orElseThrow()
                        .about()
                        .notes())
                .contains("The files that the pull request changes were read before the others.");
    }

    @Test
    void research_is_told_what_a_pull_request_changes_before_all_else() throws Exception {
        pullRequest("app/other.py", "@@ -0,0 +1 @@\\n+eval(three)");
        Script script = new Script()
                .when(
                        prompt -> prompt.messages().getLast().contains("Name who speaks next"),
                        ScriptedAnswer.says("{\"message\":\"Done.\",\"next\":\"code_analyzer\",\"done\":true}"))
                .when(prompt -> prompt.system().contains("You are research_agent"), ScriptedAnswer.says("""
                        {"message":"Found.","done":true,"claims":[
                        {"claim":"It evaluates.","source":"app/other.py","quote":"eval(three)"}]}"""));
        Made made;
        try (Workspaces workspaces = new Workspaces(temporary)) {
            made = made(
                    "research",
                    new Research(stage.reviews, workspaces),
                    new WorkflowInput(Produces.ANSWER, Map.of("question", "What is new?")),
                    script,
                    JobStatus.COMPLETED);
        }

        assertThat(made.asked())
                .contains("read those files and lines first")
                .containsSubsequence(
                        "name=\"lines that the pull request changes\">\napp/other.py: 1\n</data",
                        "name=\"paths of the files\">\napp/other.py\napp/main.py\n</data");
        assertThat(stage.products
                        .of(stage.owner, made.job())
                        .orElseThrow()
                        .about()
                        .notes())
                .contains("The agents were told which lines the pull request changes.");
    }

    @Test
    void a_deployment_is_planned_from_what_a_pull_request_changes_first() throws Exception {
        Packed files = new Packed()
                .with("ada-shop-0123456/Dockerfile", "FROM python:3.12-slim\n")
                .with("ada-shop-0123456/compose.yml", "services:\n  shop:\n    image: shop:2\n    # image: shop:1\n");
        gitHub.answers("GET", REPOSITORY + "/tarball/" + COMMIT, any -> Reply.bytes(files.tarGz()));
        pullRequest("compose.yml", "@@ -3 +3 @@\\n-    image: shop:1\\n+    image: shop:2");
        Script script = new Script()
                .when(prompt -> prompt.system().contains("You are deployment_agent"), ScriptedAnswer.says("""
                        {"message":"Planned.","done":true,"summary":"Roll out.","steps":[
                        {"title":"Roll out","detail":"Start shop:2.","based_on":["compose.yml:3"],"rollback":"Start shop:1."}],
                        "checklist":[],"risks":[]}"""))
                .when(
                        prompt -> prompt.system().contains("You are project_manager"),
                        ScriptedAnswer.says("{\"message\":\"Complete.\",\"done\":true}"));

        Made made = made(
                "deployment",
                new DeploymentPlanning(),
                new WorkflowInput(Produces.PLAN, Map.of("environment", "staging")),
                script,
                JobStatus.AWAITING_APPROVAL);

        assertThat(made.asked())
                .contains("the plan is for deploying that")
                .containsSubsequence(
                        "- compose.yml:3: image shop:2 (changed)\n", "- Dockerfile:1: base_image python:3.12-slim\n");
    }

    /** A job about the pull request that has come to a status, and what its agents were asked first. */
    private record Made(JobId job, String asked) {}

    private Made made(String workflow, Craft craft, WorkflowInput input, Script script, JobStatus status)
            throws Exception {
        JobId job = stage.submit(ReviewRequestBuilder.aReviewOf(stage.owner)
                .withWorkflow(workflow)
                .asking(input)
                .withRepository(source(Optional.empty(), Optional.of(7), false))
                .build());
        List<Prompt> prompts = new CopyOnWriteArrayList<>();
        try (StubbedTeam agents = StubbedTeam.answering(Protocol.OPENAI, script, prompts)) {
            ObtainFiles files = Obtaining.files(stage.reviews, stage.uploadStore, stage.gitHub);
            stage.worker(1, Stage.QUICK, stage.log, new AgentWorkflow(workflow, agents.team(), files, craft));
            stage.awaitStatus(job, status);
        }
        return new Made(job, String.join("\n", prompts.getFirst().messages()));
    }

    @Test
    void posts_what_is_on_changed_lines_once_and_mentions_nobody() {
        pullRequest();
        stage.gitHub = new GitHubSettings(gitHub.url(), Optional.of(StandInGitHub.TOKEN));
        gitHub.hides(REPOSITORY);
        JobId job = reviewed(source(Optional.empty(), Optional.of(7), true));

        assertThat(posts()).hasSize(1);
        JsonNode review = JsonMapper.shared().readTree(posts().getFirst().body());
        assertThat(review.get("event").asString()).isEqualTo("COMMENT");
        assertThat(review.get("commit_id").asString()).isEqualTo(COMMIT);
        assertThat(review.get("body").asString()).startsWith("<!-- development-assistant review " + job + " -->");
        assertThat(review.get("comments")).hasSize(1);
        assertThat(review.get("comments").get(0).get("path").asString()).isEqualTo("app/main.py");
        assertThat(review.get("comments").get(0).get("line").asInt()).isEqualTo(4);
    }

    @Test
    void does_not_post_again_what_a_worker_that_died_has_posted() {
        pullRequest();
        stage.gitHub = new GitHubSettings(gitHub.url(), Optional.of(StandInGitHub.TOKEN));
        var request = ReviewRequestBuilder.aReviewOf(stage.owner)
                .withRepository(source(Optional.empty(), Optional.of(7), true))
                .build();
        gitHub.has(
                PULL + "/reviews",
                "[{\"body\": \"<!-- development-assistant review %s -->\"}]".formatted(request.job()));
        JobId job = stage.submit(request);
        stage.worker(ScriptedEngine.reading());
        stage.awaitStatus(job, JobStatus.COMPLETED);

        assertThat(posts()).isEmpty();
        assertThat(said(job)).contains("The review is at the pull request already.");
    }

    @Test
    void a_run_that_goes_on_from_another_posts_nothing_twice() {
        pullRequest();
        stage.gitHub = new GitHubSettings(gitHub.url(), Optional.of(StandInGitHub.TOKEN));
        JobId first = reviewed(source(Optional.empty(), Optional.of(7), true));
        gitHub.has(PULL + "/reviews", "[{\"body\": \"<!-- development-assistant review %s -->\"}]".formatted(first));

        JobId second = stage.retry(first);
        stage.awaitStatus(second, JobStatus.COMPLETED);
        JobId third = stage.retry(second);
        stage.awaitStatus(third, JobStatus.COMPLETED);

        assertThat(posts()).hasSize(1);
        assertThat(said(second)).contains("The review is at the pull request already.");
        assertThat(said(third)).contains("The review is at the pull request already.");
    }

    @Test
    void a_run_that_goes_on_from_one_whose_posting_failed_posts_the_review() {
        pullRequest();
        stage.gitHub = new GitHubSettings(gitHub.url(), Optional.of(StandInGitHub.TOKEN));
        gitHub.answers("POST", PULL + "/reviews", any -> Reply.json(422, "{}"));
        JobId first = reviewed(source(Optional.empty(), Optional.of(7), true));
        gitHub.answers("POST", PULL + "/reviews", any -> Reply.json(200, "{\"id\": 1}"));

        JobId second = stage.retry(first);
        stage.awaitStatus(second, JobStatus.COMPLETED);

        assertThat(posts()).hasSize(2);
        assertThat(said(second)).contains("Posted the review with 1 comments.");
    }

    @Test
    void says_why_it_could_not_post_and_completes_all_the_same() {
        pullRequest();
        gitHub.answers("POST", PULL + "/reviews", any -> Reply.json(403, "{\"message\": \"no\"}"));

        JobId without = reviewed(source(Optional.empty(), Optional.of(7), true));
        assertThat(said(without)).contains("The review was not posted: give your access to GitHub in the settings.");
        assertThat(posts()).isEmpty();
    }

    @Test
    void a_private_repository_is_open_to_who_has_given_access_and_as_long_as_they_do() {
        gitHub.hides(REPOSITORY);
        RepositorySource shop = source(Optional.empty(), Optional.empty(), false);
        grant(stage.person(), StandInGitHub.TOKEN);
        assertThat(refused(shop)).contains("A private one needs your access to GitHub");

        grant(stage.owner, StandInGitHub.TOKEN);
        JobId job = reviewed(shop);
        assertThat(stage.report(job).findings()).isNotEmpty();
        assertThat(stage.grants.of(stage.owner).orElseThrow().lastUsedAt()).isPresent();
        assertThat(stage.told(job).toString() + stage.report(job)).doesNotContain(StandInGitHub.TOKEN);

        stage.grants.remove(stage.owner);
        assertThat(refused(shop)).contains("A private one needs your access to GitHub");
    }

    @Test
    void a_persons_own_access_goes_before_the_installations_and_posts_in_their_name() {
        pullRequest();
        gitHub.hides(REPOSITORY);
        stage.gitHub = new GitHubSettings(gitHub.url(), Optional.of("ghp_" + "ofTheInstallation".repeat(2)));
        grant(stage.owner, StandInGitHub.TOKEN);

        reviewed(source(Optional.empty(), Optional.of(7), true));

        assertThat(posts())
                .singleElement()
                .satisfies(post -> assertThat(post.authorization()).contains("Bearer " + StandInGitHub.TOKEN));
    }

    @Test
    void an_access_that_GitHub_does_not_accept_any_more_fails_the_job_and_is_marked() {
        gitHub.answers("GET", REPOSITORY, any -> Reply.json(401, "{\"message\": \"Bad credentials\"}"));
        grant(stage.owner, StandInGitHub.TOKEN);

        assertThat(refused(source(Optional.empty(), Optional.empty(), false)))
                .isEqualTo("GitHub does not accept your access any more. Renew it in the settings.");
        assertThat(stage.grants.of(stage.owner).orElseThrow().refusedAt()).isPresent();
    }

    @Test
    void an_access_that_was_sealed_for_somebody_else_opens_nothing() {
        gitHub.hides(REPOSITORY);
        SealedGrant ofAnother = new SealedGrant(
                RepositoryGrant.given(Instant.EPOCH), stage.seal.seal(stage.person(), StandInGitHub.TOKEN));
        stage.grants.put(stage.owner, ofAnother);

        assertThat(refused(source(Optional.empty(), Optional.empty(), false))).contains("cannot be read any more");
        assertThat(gitHub.received()).isEmpty();
    }

    private void grant(UserId person, String token) {
        new GrantAccess(stage.grants, stage.seal, InstantSource.system()).grant(person, token);
    }

    @Test
    void a_repository_that_cannot_be_reviewed_fails_the_job_with_the_reason() {
        gitHub.has("/repos/ada/hidden", "{\"default_branch\": \"main\"}").hides("/repos/ada/hidden");
        has("huge", many());
        Packed zeros = new Packed();
        for (int i = 0; i < 4; i++) {
            zeros.with("bomb/zeros" + i + ".py", new byte[9 * 1024 * 1024]);
        }
        has("bomb", zeros);
        // Last, since GitHub is not asked again for a while after it.
        gitHub.answers("GET", "/repos/ada/busy", any -> Reply.json(403, "{}").with("x-ratelimit-remaining", "0"));
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("https://github.com/ada/hidden", "A private one needs your access to GitHub");
        reasons.put("https://git.example.org/ada/shop", "Repositories of this host are not fetched");
        reasons.put("https://127.0.0.1/ada/shop", "Repositories of this host are not fetched");
        reasons.put("https://github.com/ada/huge", "more than 5,000 files");
        reasons.put("https://github.com/ada/bomb", "unpacks to far more");
        reasons.put("https://github.com/ada/busy", "asked too often");

        assertThat(refused(source("https://github.com/ada/shop", Optional.of("gone"))))
                .contains("no such repository, ref");
        reasons.forEach((url, reason) ->
                assertThat(refused(source(url, Optional.empty()))).as(url).contains(reason));
    }

    @Test
    void a_redirect_into_a_private_network_or_off_https_is_not_followed() {
        List<String> targets = List.of(
                "http://169.254.169.254/latest/meta-data/",
                "https://169.254.169.254/latest/meta-data/",
                "https://localhost/x",
                "https://[::1]/x",
                "https://user:secret@10.0.0.1/x",
                "http://codeload.github.com/x",
                "file:///etc/passwd");
        for (String target : targets) {
            gitHub.answers("GET", REPOSITORY + "/tarball/" + COMMIT, any -> Reply.redirect(URI.create(target)));

            assertThat(refused(source("https://github.com/ada/shop", Optional.empty())))
                    .as(target)
                    .containsAnyOf("private network", "begin with https://")
                    .doesNotContain("secret");
        }
    }

    private void pullRequest() {
        pullRequest("app/main.py", "@@ -1,3 +1,4 @@\\n import os\\n eval(one)\\n print()\\n+eval(two)");
    }

    private void pullRequest(String path, String patch) {
        gitHub.has(PULL, "{\"head\": {\"sha\": \"" + COMMIT + "\"}}")
                .has(PULL + "/files", """
                        [{"filename": "%s", "status": "modified", "patch": "%s"},
                         {"filename": "gone.py", "status": "removed", "patch": "@@ -1 +0,0 @@\\n-x"}]""".formatted(path, patch))
                .has(PULL + "/reviews", "[]")
                .answers("POST", PULL + "/reviews", any -> Reply.json(200, "{\"id\": 1}"));
    }

    private void has(String name, Packed files) {
        gitHub.has("/repos/ada/" + name, "{\"default_branch\": \"main\"}")
                .has("/repos/ada/" + name + "/commits/main", "{\"sha\": \"" + COMMIT + "\"}")
                .answers("GET", "/repos/ada/" + name + "/tarball/" + COMMIT, any -> Reply.bytes(files.tarGz()));
    }

    private static Packed many() {
        Packed files = new Packed();
        for (int i = 0; i <= Upload.MOST_FILES; i++) {
            files.with("huge/f" + i + ".py", "x");
        }
        return files;
    }

    private List<Received> posts() {
        return gitHub.received().stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }

    private List<String> said(JobId job) {
        return stage.told(job).stream()
                .filter(JobEvent.AgentSpoke.class::isInstance)
                .map(event -> ((JobEvent.AgentSpoke) event).message())
                .toList();
    }

    private JobId reviewed(RepositorySource source) {
        JobId job = submitted(source);
        stage.awaitStatus(job, JobStatus.COMPLETED);
        return job;
    }

    private String refused(RepositorySource source) {
        JobId job = submitted(source);
        stage.awaitStatus(job, JobStatus.FAILED);
        return stage.job(job).error().orElseThrow();
    }

    private JobId submitted(RepositorySource source) {
        JobId job = stage.submit(ReviewRequestBuilder.aReviewOf(stage.owner)
                .withRepository(source)
                .build());
        if (!isWorking) {
            stage.worker(ScriptedEngine.reading());
            isWorking = true;
        }
        return job;
    }

    private static RepositorySource source(Optional<String> ref, Optional<Integer> pullRequest, boolean postComments) {
        return new RepositorySource("https://github.com/ada/shop", ref, pullRequest, postComments);
    }

    private static RepositorySource source(String url, Optional<String> ref) {
        return new RepositorySource(url, ref, Optional.empty(), false);
    }
}
