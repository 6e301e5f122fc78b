package dev.assistant.runtime.github;

import dev.assistant.adapters.settings.Environment;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which GitHub, and who asks where nobody has given access of their own.
 *
 * @param api {@code GITHUB_API_URL}; https://api.github.com unless set
 * @param token {@code GITHUB_TOKEN}; without one only public repositories are seen, and few requests an hour are answered
 * @param opensPrivate {@code GITHUB_TOKEN_OPENS_PRIVATE}, false unless set: whether everybody who uses this installation may use what
 *     is private and open to its token
 * @param hosts {@code REPOSITORY_HOSTS}, with commas between: whose repositories may be reviewed; github.com unless set
 */
public record GitHubSettings(URI api, Optional<String> token, boolean opensPrivate, Set<String> hosts) {
    private static final String USUAL_HOST = "github.com";
    private static final URI PUBLIC = URI.create("https://api.github.com");

    public GitHubSettings {
        hosts = Set.copyOf(hosts);
    }

    /** Settings for all repositories of github.com that the token opens. */
    public GitHubSettings(URI api, Optional<String> token) {
        this(api, token, true, Set.of(USUAL_HOST));
    }

    /** The same with a token that is its only user's own. */
    public GitHubSettings openingPrivate() {
        return new GitHubSettings(api, token, true, hosts);
    }

    /** The same with a token that opens what everybody may see. */
    public GitHubSettings openingPublicOnly() {
        return new GitHubSettings(api, token, false, hosts);
    }

    /** @throws Environment.MissingSetting when the address is unreadable */
    public static GitHubSettings from(Environment environment) {
        return new GitHubSettings(
                environment.optionalUri("GITHUB_API_URL").orElse(PUBLIC),
                environment.optional("GITHUB_TOKEN"),
                environment.flag("GITHUB_TOKEN_OPENS_PRIVATE"),
                Set.of(environment
                        .optional("REPOSITORY_HOSTS")
                        .orElse(USUAL_HOST)
                        .toLowerCase(Locale.ROOT)
                        .split("\\s*,\\s*", -1)));
    }

    GitHubCredential credential() {
        return new InstallationCredential(token, opensPrivate);
    }

    @Override
    public String toString() {
        return "GitHubSettings[" + api + ", " + (token.isPresent() ? "with" : "without") + " a token]";
    }
}
