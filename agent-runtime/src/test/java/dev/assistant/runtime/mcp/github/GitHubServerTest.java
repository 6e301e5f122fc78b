package dev.assistant.runtime.mcp.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.identity.UserId;
import dev.assistant.runtime.github.GitHubApi;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.mcp.ToolCaller;
import dev.assistant.runtime.net.OutboundHttp;
import dev.assistant.runtime.net.PublicAddresses;
import dev.assistant.testkit.TestClock;
import dev.assistant.testkit.github.StandInGitHub;
import dev.assistant.testkit.github.StandInGitHub.Reply;
import dev.assistant.workflow.JobId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubServerTest {
    private final StandInGitHub gitHub = StandInGitHub.start();
    private final OutboundHttp http = new OutboundHttp(new PublicAddresses(Set.of(gitHub.url())));
    private final GitHubSettings settings = new GitHubSettings(gitHub.url(), Optional.of(StandInGitHub.TOKEN));
    private final ToolCaller tools = caller(settings);

    private ToolCaller caller(GitHubSettings asking) {
        GitHubApi api = new GitHubApi(asking, http, new TestClock());
        return new ToolCaller(
                GitHubServer.of(person -> api),
                new JobId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                Optional.empty());
    }

    @AfterEach
    void close() {
        http.close();
        gitHub.close();
    }

    @Test
    void reads_a_file_at_a_ref() throws Exception {
        String content = Base64.getMimeEncoder().encodeToString("print('hé')\n".getBytes(StandardCharsets.UTF_8));
        gitHub.has(
                "/repos/o/r/contents/src/a%20b.py?ref=feature%2Fx",
                "{\"type\": \"file\", \"encoding\": \"base64\", \"content\": \"" + content.strip() + "\"}");

        assertThat(tools.answer(
                        "get_file_content", Map.of("repository", "o/r", "path", "src/a b.py", "ref", "feature/x")))
                .isEqualTo("print('hé')\n");
    }

    @Test
    void shows_a_pull_request_with_its_patches() throws Exception {
        gitHub.has("/repos/o/r/pulls/7", """
                {"number": 7, "title": "Load by id", "state": "open", "merged": false, "body": "Faster.",
                 "base": {"ref": "main"}, "head": {"ref": "load", "sha": "abc"}}""");
        gitHub.has("/repos/o/r/pulls/7/files", """
                [{"filename": "db.py", "status": "modified", "additions": 1, "deletions": 2, "patch": "@@ -1,2 +1 @@"},
                 {"filename": "big.js", "status": "added", "additions": 9, "deletions": 0, "patch": "%s"}]""".formatted("x".repeat(40_000)));

        assertThat(tools.answer("get_pull_request", Map.of("repository", "o/r", "number", 7)))
                .startsWith("#7 Load by id\nstate: open\nbase: main\nhead: load abc\n\nFaster.")
                .contains("modified db.py (+1 -2)\n@@ -1,2 +1 @@\n", "added big.js (+9 -0)\n[patch left out]");
    }

    @Test
    void finds_code_and_repositories() throws Exception {
        gitHub.has("/search/code", "{\"items\": [{\"path\": \"a.py\", \"repository\": {\"full_name\": \"o/r\"}}]}");
        gitHub.has("/search/repositories", "{\"items\": []}");

        assertThat(tools.answer("search_code", Map.of("query", "load repo:o/r")))
                .isEqualTo("o/r: a.py");
        assertThat(gitHub.received().getLast().query()).contains("q=load%20repo%3Ao%2Fr", "per_page=20");
        assertThat(tools.answer("search_repositories", Map.of("query", "x"))).isEqualTo("[nothing found]");
    }

    @Test
    void finds_nothing_private_with_a_token_for_public_repositories() throws Exception {
        gitHub.has("/search/code", """
                {"items": [{"path": "a.py", "repository": {"full_name": "o/open", "private": false}},
                 {"path": "b.py", "repository": {"full_name": "o/secret", "private": true}},
                 {"path": "c.py", "repository": {"full_name": "o/unclear"}}]}""");
        gitHub.has("/search/repositories", "{\"items\": [{\"full_name\": \"o/secret\", \"private\": true}]}");
        ToolCaller open = caller(settings.openingPublicOnly());

        assertThat(open.answer("search_code", Map.of("query", "load"))).isEqualTo("o/open: a.py");
        assertThat(open.answer("search_repositories", Map.of("query", "x"))).isEqualTo("[nothing found]");
    }

    @Test
    void lists_commits_and_repositories() throws Exception {
        gitHub.has("/repos/o/r/commits", """
                [{"sha": "abc", "commit": {"message": "Fix it\\n\\nLong", "author": {"date": "2026-01-02T03:04:05Z"}}}]""");
        gitHub.has("/users/o/repos", """
                [{"full_name": "o/r", "language": "Java", "stargazers_count": 3, "default_branch": "main", "description": null}]""");

        assertThat(tools.answer("list_commits", Map.of("repository", "o/r")))
                .isEqualTo("abc 2026-01-02T03:04:05Z: Fix it");
        assertThat(tools.answer("list_repositories", Map.of("owner", "o")))
                .isEqualTo("o/r (Java, 3 stars, default branch main): ");
    }

    @Test
    void opens_pull_requests_and_issues() throws Exception {
        gitHub.answers(
                "POST", "/repos/o/r/pulls", any -> Reply.json(201, "{\"number\": 8, \"html_url\": \"https://x/8\"}"));
        gitHub.answers(
                "POST", "/repos/o/r/issues", any -> Reply.json(201, "{\"number\": 9, \"html_url\": \"https://x/9\"}"));

        assertThat(tools.answer(
                        "create_pull_request",
                        Map.of("repository", "o/r", "title", "T", "head", "load", "base", "main")))
                .isEqualTo("Opened pull request #8: https://x/8");
        assertThat(gitHub.received().getLast().body()).contains("\"draft\":true", "\"head\":\"load\"");
        assertThat(tools.answer("create_issue", Map.of("repository", "o/r", "title", "T", "labels", List.of("bug"))))
                .isEqualTo("Opened issue #9: https://x/9");
        assertThat(gitHub.received().getLast().body()).contains("\"labels\":[\"bug\"]");
    }

    @Test
    void asks_for_nothing_but_what_a_path_names() throws Exception {
        for (String path : List.of("../../../user", "a/../../x", "/user", "x//y")) {
            tools.refusal("get_file_content", Map.of("repository", "o/r", "path", path));
        }
        tools.refusal("list_repositories", Map.of("owner", "o/../../x"));
        tools.refusal("list_commits", Map.of("repository", "o/.."));
        assertThat(gitHub.received()).isEmpty();
    }

    @Test
    void says_how_long_to_wait_when_GitHub_wants_that() throws Exception {
        gitHub.answers("GET", "/rate_limit", any -> Reply.json(429, "{}").with("Retry-After", "17"));

        assertThat(tools.refusal("health_check", Map.of())).contains("again in 17 seconds");
    }
}
