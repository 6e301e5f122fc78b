package dev.assistant.runtime.github;

import dev.assistant.failure.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository on GitHub.
 *
 * @param owner a person or organisation
 */
public record RepositoryName(String owner, String name) {
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:https://[^/\\s]{1,200}+/)?([A-Za-z0-9][A-Za-z0-9-]{0,38})/([A-Za-z0-9._-]{1,100}?)(?:\\.git)?/?");

    public RepositoryName {
        if (name.equals(".") || name.equals("..")) {
            throw new Failure.Invalid("repository", "Name the repository as owner/name.");
        }
    }

    /**
     * Reads {@code owner/name} or a repository's web address.
     *
     * @throws Failure.Invalid when it is neither
     */
    public static RepositoryName of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new Failure.Invalid("repository", "Name the repository as owner/name.");
        }
        return new RepositoryName(matcher.group(1), matcher.group(2));
    }

    /** Where the API has it. */
    public String path() {
        return "/repos/" + owner + "/" + name;
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
