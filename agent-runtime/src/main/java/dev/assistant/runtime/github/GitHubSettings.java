package dev.assistant.runtime.github;

import dev.assistant.adapters.settings.Environment;
import java.net.URI;
import java.util.Optional;

/**
 * Which GitHub, and who asks.
 *
 * @param api {@code GITHUB_API_URL}; https://api.github.com unless set
 * @param token {@code GITHUB_TOKEN}; give it no more than everybody who may use this installation may see. Without one only public
 *     repositories are seen, and few requests an hour are answered.
 */
public record GitHubSettings(URI api, Optional<String> token) {
    private static final URI PUBLIC = URI.create("https://api.github.com");

    /** @throws Environment.MissingSetting when the address is unreadable */
    public static GitHubSettings from(Environment environment) {
        return new GitHubSettings(
                environment.optionalUri("GITHUB_API_URL").orElse(PUBLIC), environment.optional("GITHUB_TOKEN"));
    }

    @Override
    public String toString() {
        return "GitHubSettings[" + api + ", " + (token.isPresent() ? "with" : "without") + " a token]";
    }
}
