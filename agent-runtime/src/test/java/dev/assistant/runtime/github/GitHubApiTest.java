package dev.assistant.runtime.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.runtime.net.OutboundHttp;
import dev.assistant.runtime.net.PublicAddresses;
import dev.assistant.testkit.TestClock;
import dev.assistant.testkit.github.StandInGitHub;
import dev.assistant.testkit.github.StandInGitHub.Received;
import dev.assistant.testkit.github.StandInGitHub.Reply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubApiTest {
    private final TestClock clock = new TestClock();
    private final StandInGitHub gitHub = StandInGitHub.start();
    private final StandInGitHub elsewhere = StandInGitHub.start();
    private final OutboundHttp http = new OutboundHttp(new PublicAddresses(Set.of(gitHub.url(), elsewhere.url())));
    private final GitHubApi api = api(http, Optional.of(StandInGitHub.TOKEN));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        http.close();
        gitHub.close();
        elsewhere.close();
    }

    private GitHubApi api(OutboundHttp through, Optional<String> token) {
        return new GitHubApi(new GitHubSettings(gitHub.url(), token), through, clock);
    }

    @Test
    void sees_what_is_private_with_the_token_only() throws Exception {
        gitHub.has("/repos/o/r", "{\"default_branch\": \"main\"}").hides("/repos/o/r");

        assertThat(api.get("/repos/o/r", Map.of()).get("default_branch").asString())
                .isEqualTo("main");
        assertThatThrownBy(() -> api(http, Optional.empty()).get("/repos/o/r", Map.of()))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void a_token_for_public_repositories_opens_no_private_one() throws Exception {
        GitHubApi open = new GitHubApi(
                new GitHubSettings(gitHub.url(), Optional.of(StandInGitHub.TOKEN)).openingPublicOnly(), http, clock);
        gitHub.has("/repos/o/public", "{\"private\": false}")
                .has("/repos/o/public/commits/main", "{\"sha\": \"1\"}")
                .has("/repos/o/unclear", "{}");
        for (String path : Set.of("/repos/o/secret", "/repos/o/unclear")) {
            gitHub.has(path + "/commits/main", "{\"sha\": \"2\"}").has(path + "/pulls?per_page=100&page=1", "[]");
        }
        gitHub.has("/repos/o/secret", "{\"private\": true}");

        assertThat(open.get("/repos/o/public/commits/main", Map.of()).get("sha").asString())
                .isEqualTo("1");
        for (String path : Set.of("/repos/o/secret", "/repos/o/unclear")) {
            assertThatThrownBy(() -> open.get(path, Map.of())).isInstanceOf(Failure.NotFound.class);
            assertThatThrownBy(() -> open.get(path + "/commits/main", Map.of())).isInstanceOf(Failure.NotFound.class);
            assertThatThrownBy(() -> open.pages(path + "/pulls", Map.of(), 1)).isInstanceOf(Failure.NotFound.class);
            assertThatThrownBy(() -> open.post(path + "/issues", Map.of())).isInstanceOf(Failure.NotFound.class);
            assertThatThrownBy(() -> open.download(path + "/tarball/1", folder.resolve("x"), 10))
                    .isInstanceOf(Failure.NotFound.class);
        }
        assertThat(gitHub.received())
                .extracting(Received::path)
                .noneMatch(path -> path.matches("/repos/o/(secret|unclear)/.*"));
    }

    @Test
    void reads_lists_page_by_page_up_to_what_is_wanted() throws Exception {
        String full = IntStream.range(0, 100).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        gitHub.has("/x?state=open&per_page=100&page=1", full).has("/x?state=open&per_page=100&page=2", "[100, 101]");

        assertThat(api.pages("/x", Map.of("state", "open"), 1_000)).hasSize(102);
        assertThat(api.pages("/x", Map.of("state", "open"), 7)).hasSize(7);
    }

    @Test
    void sends_nothing_until_the_time_that_GitHub_named() throws Exception {
        gitHub.answers("GET", "/x", any -> Reply.json(429, "{}").with("Retry-After", "30"));
        gitHub.has("/y", "{}");

        assertThatThrownBy(() -> api.get("/x", Map.of()))
                .isInstanceOfSatisfying(
                        Failure.LimitReached.class,
                        limit -> assertThat(limit.retryAfter()).hasSeconds(30));
        clock.advance(Duration.ofSeconds(29));
        assertThatThrownBy(() -> api.get("/y", Map.of())).isInstanceOf(Failure.LimitReached.class);
        assertThat(gitHub.received()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(api.get("/y", Map.of())).isEmpty();
    }

    @Test
    void waits_for_the_reset_when_no_requests_remain() {
        long reset = clock.instant().plusSeconds(120).getEpochSecond();
        gitHub.answers(
                "GET",
                "/x",
                any -> Reply.json(403, "{}")
                        .with("x-ratelimit-remaining", "0")
                        .with("x-ratelimit-reset", String.valueOf(reset)));

        assertThatThrownBy(() -> api.get("/x", Map.of()))
                .isInstanceOfSatisfying(
                        Failure.LimitReached.class,
                        limit -> assertThat(limit.retryAfter()).hasSeconds(120));
    }

    @Test
    void a_refusal_is_not_a_limit() {
        gitHub.answers("GET", "/x", any -> Reply.json(403, "{}").with("x-ratelimit-remaining", "59"));

        assertThatThrownBy(() -> api.get("/x", Map.of())).isInstanceOf(Failure.Forbidden.class);
    }

    @Test
    void repeats_nothing_that_GitHub_says() {
        gitHub.answers("POST", "/x", any -> Reply.json(422, "{\"message\": \"ghs_secret of somebody\"}"));

        assertThatThrownBy(() -> api.post("/x", Map.of("title", "t")))
                .isInstanceOf(Failure.Invalid.class)
                .hasMessageNotContaining("somebody");
    }

    @Test
    void follows_a_download_to_another_host_without_the_token() throws Exception {
        gitHub.answers("GET", "/tarball", any -> Reply.redirect(elsewhere.url().resolve("/archive")));
        elsewhere.answers("GET", "/archive", any -> Reply.bytes(new byte[] {1, 2, 3}));

        api.download("/tarball", folder.resolve("x"), 3);

        assertThat(folder.resolve("x")).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(gitHub.received())
                .extracting(Received::authorization)
                .containsOnly(Optional.of("Bearer " + StandInGitHub.TOKEN));
        assertThat(elsewhere.received()).extracting(Received::authorization).containsOnly(Optional.empty());
    }

    @Test
    void a_download_ends_at_its_size() {
        gitHub.answers("GET", "/tarball", any -> Reply.bytes(new byte[100_000]));

        assertThatThrownBy(() -> api.download("/tarball", folder.resolve("x"), 99_999))
                .isInstanceOf(Failure.TooLarge.class);
    }

    @Test
    void follows_no_redirect_into_a_private_network() {
        OutboundHttp strict = new OutboundHttp(new PublicAddresses(Set.of(gitHub.url())));
        for (URI inside :
                Set.of(elsewhere.url(), URI.create("https://127.0.0.1/x"), URI.create("https://169.254.169.254/"))) {
            gitHub.answers("GET", "/tarball", any -> Reply.redirect(inside));

            assertThatThrownBy(() -> api(strict, Optional.empty()).download("/tarball", folder.resolve("x"), 10))
                    .isInstanceOf(Failure.Forbidden.class);
        }
        assertThat(elsewhere.received()).isEmpty();
        strict.close();
    }

    @Test
    void gives_up_a_host_that_redirects_in_circles() {
        gitHub.answers("GET", "/x", any -> Reply.redirect(URI.create("/x")));

        assertThatThrownBy(() -> api.get("/x", Map.of())).isInstanceOf(Failure.Forbidden.class);
        assertThat(gitHub.received()).hasSizeLessThan(10);
    }

    @Test
    void names_of_repositories_come_as_people_write_them() {
        assertThat(RepositoryName.of("octo/hello.world")).isEqualTo(new RepositoryName("octo", "hello.world"));
        assertThat(RepositoryName.of("https://github.com/octo/hello.git"))
                .isEqualTo(new RepositoryName("octo", "hello"));
        for (String wrong : Set.of("octo", "octo/..", "octo/x/y", "../x", "octo/x?y", "o c/x", "")) {
            assertThatThrownBy(() -> RepositoryName.of(wrong)).as(wrong).isInstanceOf(Failure.Invalid.class);
        }
    }

    @Test
    void the_token_shows_nowhere() {
        assertThat(new GitHubSettings(gitHub.url(), Optional.of(StandInGitHub.TOKEN)).toString())
                .doesNotContain(StandInGitHub.TOKEN);
    }
}
