package dev.assistant.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.progress.JobEvent;
import dev.assistant.review.Change;
import dev.assistant.review.FileCoverage;
import dev.assistant.review.Finding;
import dev.assistant.review.RepositorySource;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Upload;
import dev.assistant.runtime.ScriptedEngine;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.team.StubbedTeam;
import dev.assistant.runtime.team.StubbedTeam.Protocol;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.github.StandInGitHub;
import dev.assistant.testkit.github.StandInGitHub.Received;
import dev.assistant.testkit.github.StandInGitHub.Reply;
import dev.assistant.testkit.model.Prompt;
import dev.assistant.testkit.model.Script;
import dev.assistant.testkit.model.ScriptedAnswer;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    void says_why_it_could_not_post_and_completes_all_the_same() {
        pullRequest();
        gitHub.answers("POST", PULL + "/reviews", any -> Reply.json(403, "{\"message\": \"no\"}"));

        JobId without = reviewed(source(Optional.empty(), Optional.of(7), true));
        assertThat(said(without)).contains("The review was not posted: this installation has no GitHub token.");
        assertThat(posts()).isEmpty();
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
        reasons.put("https://github.com/ada/hidden", "A private one needs an installation with a token");
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
        gitHub.has(PULL, "{\"head\": {\"sha\": \"" + COMMIT + "\"}}")
                .has(PULL + "/files", """
                        [{"filename": "app/main.py", "status": "modified",
                          "patch": "@@ -1,3 +1,4 @@\\n import os\\n eval(one)\\n print()\\n+eval(two)"},
                         {"filename": "gone.py", "status": "removed", "patch": "@@ -1 +0,0 @@\\n-x"}]""")
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
