package dev.assistant.runtime.github;

import dev.assistant.adapters.settings.Environment;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which GitHub, and who asks.
 *
 * @param api {@code GITHUB_API_URL}; https://api.github.com unless set
 * @param token {@code GITHUB_TOKEN}; give it no more than everybody who may use this installation may see. Without one only public
 *     repositories are seen, and few requests an hour are answered.
 * @param hosts {@code REPOSITORY_HOSTS}, with commas between: whose repositories may be reviewed; github.com unless set
 */
public record GitHubSettings(URI api, Optional<String> token, Set<String> hosts) {
    private static final String USUAL_HOST = "github.com";
    private static final URI PUBLIC = URI.create("https://api.github.com");

    public GitHubSettings {
        hosts = Set.copyOf(hosts);
    }

    /** Settings for repositories of github.com. */
    public GitHubSettings(URI api, Optional<String> token) {
        this(api, token, Set.of(USUAL_HOST));
    }

    /** @throws Environment.MissingSetting when the address is unreadable */
    public static GitHubSettings from(Environment environment) {
        return new GitHubSettings(
                environment.optionalUri("GITHUB_API_URL").orElse(PUBLIC),
                environment.optional("GITHUB_TOKEN"),
                Set.of(environment
                        .optional("REPOSITORY_HOSTS")
                        .orElse(USUAL_HOST)
                        .toLowerCase(Locale.ROOT)
                        .split("\\s*,\\s*", -1)));
    }

    @Override
    public String toString() {
        return "GitHubSettings[" + api + ", " + (token.isPresent() ? "with" : "without") + " a token]";
    }
}
