package dev.assistant.runtime.github;

import dev.assistant.failure.Failure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Commits of repositories and the files at them. Fails as {@link GitHubApi} does. Thread-safe. */
public final class Repositories {
    private static final String SHA = "[0-9a-f]{40}";

    private final GitHubApi github;

    public Repositories(GitHubApi github) {
        this.github = github;
    }

    /**
     * The commit that a branch or tag stands at now, or that a shortened one means.
     *
     * @param ref empty for the default branch
     */
    public String commit(RepositoryName repository, Optional<String> ref) throws InterruptedException {
        String asked = ref.isPresent() ? ref.get() : text(github.get(repository.path(), Map.of()), "default_branch");
        return sha(github.get(repository.path() + "/commits/" + GitHubApi.encoded(asked), Map.of()));
    }

    /** Writes the files at a commit into a file, as a gzipped tar with one folder that holds all. */
    public void download(RepositoryName repository, String commit, Path target, long mostBytes)
            throws InterruptedException {
        github.download(repository.path() + "/tarball/" + commit, target, mostBytes);
    }

    /** The commit that an answer names. */
    static String sha(JsonNode node) {
        String sha = text(node, "sha");
        if (!sha.matches(SHA)) {
            throw new Failure.NotFound("commit on GitHub");
        }
        return sha;
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
