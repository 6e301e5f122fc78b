package dev.assistant.runtime.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Pull requests, what they change, and reviews of them. Fails as {@link GitHubApi} does. Thread-safe. */
public final class PullRequests {
    /** GitHub lists no more (its REST documentation, "List pull requests files"). */
    public static final int MOST_FILES = 3_000;

    private static final int MOST_REVIEWS = 1_000;

    private final GitHubApi github;

    public PullRequests(GitHubApi github) {
        this.github = github;
    }

    /**
     * A file that a pull request leaves changed.
     *
     * @param patch its hunks in unified format; empty when GitHub gives none, because it is binary or too large
     */
    public record ChangedFile(String path, Optional<String> patch) {}

    /**
     * A remark about lines of the new side of a diff.
     *
     * @param firstLine from 1
     * @param body Markdown
     */
    public record Comment(String path, int firstLine, int lastLine, String body) {
        private Map<String, Object> wire() {
            Map<String, Object> wire = new LinkedHashMap<>();
            wire.put("path", path);
            wire.put("line", lastLine);
            wire.put("side", "RIGHT");
            if (firstLine < lastLine) {
                wire.put("start_line", firstLine);
                wire.put("start_side", "RIGHT");
            }
            wire.put("body", body);
            return wire;
        }
    }

    /** The commit that a pull request ends in now. */
    public String head(RepositoryName repository, int number) throws InterruptedException {
        return Repositories.sha(github.get(path(repository, number), Map.of()).path("head"));
    }

    /** The files that are there after the pull request and were not so before; at most {@link #MOST_FILES}. */
    public List<ChangedFile> files(RepositoryName repository, int number) throws InterruptedException {
        return github.pages(path(repository, number) + "/files", Map.of(), MOST_FILES).stream()
                .filter(file -> !Repositories.text(file, "status").equals("removed"))
                .map(file -> new ChangedFile(Repositories.text(file, "filename"), patch(file)))
                .toList();
    }

    private static Optional<String> patch(JsonNode file) {
        return Optional.of(Repositories.text(file, "patch")).filter(patch -> !patch.isEmpty());
    }

    /** Whether a review whose text holds the marker is there. */
    public boolean isReviewed(RepositoryName repository, int number, String marker) throws InterruptedException {
        return github.pages(path(repository, number) + "/reviews", Map.of(), MOST_REVIEWS).stream()
                .anyMatch(review -> Repositories.text(review, "body").contains(marker));
    }

    /**
     * Posts remarks as one review, which neither approves nor asks for changes.
     *
     * @param commit that the lines are of
     */
    public void review(RepositoryName repository, int number, String commit, String body, List<Comment> comments)
            throws InterruptedException {
        github.post(
                path(repository, number) + "/reviews",
                Map.of(
                        "commit_id",
                        commit,
                        "event",
                        "COMMENT",
                        "body",
                        body,
                        "comments",
                        comments.stream().map(Comment::wire).toList()));
    }

    private static String path(RepositoryName repository, int number) {
        return repository.path() + "/pulls/" + number;
    }
}
