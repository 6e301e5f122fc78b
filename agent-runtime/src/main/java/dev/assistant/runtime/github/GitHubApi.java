package dev.assistant.runtime.github;

import dev.assistant.failure.Failure;
import dev.assistant.runtime.net.OutboundHttp;
import dev.assistant.runtime.net.OutboundHttp.Answer;
import dev.assistant.runtime.net.OutboundHttp.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to GitHub. After GitHub has said that it was asked too often, nothing is sent until the time that it named. Its words go
 * into no message and no log; a token goes to GitHub's own origin only. Where the token is to open public repositories only, a private
 * one is as good as absent. Thread-safe.
 *
 * <p>All methods throw {@link Failure.NotFound} for what is not there or not visible, {@link Failure.Forbidden} for what the token
 * may not do, {@link Failure.Invalid} for what GitHub finds wrong, {@link Failure.LimitReached} with the time to wait, and {@link
 * Failure.Unavailable}.
 */
public final class GitHubApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration DOWNLOAD_PATIENCE = Duration.ofMinutes(3);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final long LARGEST_ANSWER = 8L * 1024 * 1024;
    private static final int PAGE = 100;
    private static final String HOST = "GitHub server";
    private static final Pattern IN_REPOSITORY = Pattern.compile("(/repos/[^/?]+/[^/?]+)(/.*)?");

    private final URI api;
    private final GitHubCredential credential;
    private final OutboundHttp http;
    private final InstantSource clock;
    private volatile Instant blockedUntil = Instant.EPOCH;

    /** Asks in the installation's name. */
    public GitHubApi(GitHubSettings settings, OutboundHttp http, InstantSource clock) {
        this(settings.api(), settings.credential(), http, clock);
    }

    private GitHubApi(URI api, GitHubCredential credential, OutboundHttp http, InstantSource clock) {
        this.api = api;
        this.credential = credential;
        this.http = http;
        this.clock = clock;
    }

    /** Asks in another name; how often is counted anew. */
    GitHubApi as(GitHubCredential other) {
        return new GitHubApi(api, other, http, clock);
    }

    /** Whether requests carry a token. */
    public boolean hasToken() {
        return credential.token().isPresent();
    }

    /**
     * Reads something.
     *
     * @param path below the API, encoded, such as {@code /repos/o/r}
     */
    public JsonNode get(String path, Map<String, String> query) throws InterruptedException {
        checkVisible(path);
        return read(path, query);
    }

    private JsonNode read(String path, Map<String, String> query) throws InterruptedException {
        return json(ask(request(path, query, Optional.empty())));
    }

    /** Reads the items of a list, page after page, at most so many. */
    public List<JsonNode> pages(String path, Map<String, String> query, int most) throws InterruptedException {
        checkVisible(path);
        List<JsonNode> items = new ArrayList<>();
        for (int page = 1; items.size() < most; page++) {
            Map<String, String> paged = new LinkedHashMap<>(query);
            paged.put("per_page", String.valueOf(PAGE));
            paged.put("page", String.valueOf(page));
            JsonNode found = read(path, paged);
            found.forEach(items::add);
            if (found.size() < PAGE) {
                break;
            }
        }
        return List.copyOf(items.subList(0, Math.min(most, items.size())));
    }

    /** Makes something. */
    public JsonNode post(String path, Map<String, ?> content) throws InterruptedException {
        checkVisible(path);
        return json(ask(request(path, Map.of(), Optional.of(JSON.writeValueAsString(content)))));
    }

    /**
     * Writes what is at a path into a file, following redirects to other public hosts, which do not get the token.
     *
     * @throws Failure.TooLarge when there is more; what was written stays for the caller to delete
     */
    public void download(String path, Path target, long mostBytes) throws InterruptedException {
        checkVisible(path);
        awaitPermission();
        Request request = new Request(
                address(path, Map.of()), headers(), secret(), Optional.empty(), HOST, DOWNLOAD_PATIENCE, mostBytes);
        check(http.download(request, target));
    }

    /**
     * Whether what GitHub says of a repository lets everybody here see it; false too where it does not say.
     *
     * @param repository its description, with {@code private}
     */
    public boolean shows(JsonNode repository) {
        return opensAllItSees() || !repository.path("private").asBoolean(true);
    }

    private boolean opensAllItSees() {
        return credential.opensPrivate() || credential.token().isEmpty();
    }

    private void checkVisible(String path) throws InterruptedException {
        Matcher repository = IN_REPOSITORY.matcher(path);
        if (!opensAllItSees() && repository.matches() && !shows(read(repository.group(1), Map.of()))) {
            throw absent();
        }
    }

    private static Failure absent() {
        return new Failure.NotFound("repository or thing in it on GitHub");
    }

    private Request request(String path, Map<String, String> query, Optional<String> json) {
        return new Request(address(path, query), headers(), secret(), json, HOST, PATIENCE, LARGEST_ANSWER);
    }

    private Answer ask(Request request) throws InterruptedException {
        awaitPermission();
        Answer answer = http.ask(request);
        check(answer);
        return answer;
    }

    private void awaitPermission() {
        Duration left = Duration.between(clock.instant(), blockedUntil);
        if (left.isPositive()) {
            throw tooOften(left);
        }
    }

    private void check(Answer answer) {
        int status = answer.status();
        if (status / 100 == 2) {
            credential.accepted(GitHubExpiry.of(answer.headers()));
            return;
        }
        if (status == 401) {
            credential.refused();
        }
        Optional<Duration> wait = GitHubLimits.wait(answer.headers(), status, clock.instant());
        if (wait.isPresent()) {
            Duration bounded = wait.get().compareTo(LONGEST_WAIT) < 0 ? wait.get() : LONGEST_WAIT;
            blockedUntil = clock.instant().plus(bounded);
            throw tooOften(bounded);
        }
        throw switch (status) {
            case 401 -> new Failure.Forbidden(credential.whenRefused());
            case 403 -> new Failure.Forbidden("GitHub does not let the token that was used do that.");
            case 404, 410, 451 -> absent();
            case 409, 422 -> new Failure.Invalid("request", "GitHub finds something wrong with these values.");
            default -> new Failure.Unavailable(HOST, RETRY_AFTER, new IllegalStateException("status " + status));
        };
    }

    private static Failure tooOften(Duration wait) {
        return new Failure.LimitReached(
                "GitHub was asked too often. It answers again in " + Math.max(1, wait.toSeconds()) + " seconds.", wait);
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new Failure.Unavailable(HOST, RETRY_AFTER, e);
        }
    }

    private URI address(String path, Map<String, String> query) {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        String base = api.toString().replaceAll("/+$", "");
        return URI.create(base + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** A text as one part of a path or query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> headers() {
        return Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28");
    }

    private Map<String, String> secret() {
        return credential
                .token()
                .map(token -> Map.of("Authorization", "Bearer " + token))
                .orElse(Map.of());
    }
}
