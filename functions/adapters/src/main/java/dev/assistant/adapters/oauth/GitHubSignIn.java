package dev.assistant.adapters.oauth;

import dev.assistant.failure.Failure;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.Provider;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.SignInAttempt;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * GitHub, by OAuth 2: who somebody is stands in two answers of its API. The public profile's address is whatever the person
 * wrote there, so only the primary one of {@code /user/emails} counts, with GitHub's word whether it is verified. The access
 * token is forgotten at once. Thread-safe.
 */
final class GitHubSignIn implements ProviderSignIn {
    private static final String SCOPE = "user:email";

    private final OAuthSettings.GitHub github;
    private final ProviderHttp http = new ProviderHttp(Provider.GITHUB);
    private final CodeExchange exchange;

    GitHubSignIn(OAuthSettings.GitHub github, String publicOrigin) {
        this.github = github;
        this.exchange = new CodeExchange(Provider.GITHUB, github.client(), publicOrigin, http);
    }

    @Override
    public URI authorization(SignInAttempt attempt) {
        return exchange.authorization(github.authorization(), attempt, Map.of("scope", SCOPE));
    }

    @Override
    public ProviderIdentity identify(SignInAttempt attempt, String code) {
        String accessToken = exchange.exchange(github.token(), attempt, code).text("access_token");
        JsonNode user = ask("/user", accessToken);
        JsonNode email = primary(ask("/user/emails", accessToken));
        long id = user.path("id").asLong(0);
        if (id <= 0) {
            throw http.unavailable(new IllegalStateException("a user without an id"));
        }
        return new ProviderIdentity(
                Provider.GITHUB,
                Long.toString(id),
                new EmailAddress(email.path("email").asString("")),
                email.path("verified").asBoolean(false),
                text(user, "login"),
                text(user, "name"),
                text(user, "avatar_url"));
    }

    private JsonNode ask(String path, String accessToken) {
        ProviderHttp.Reply reply = http.get(URI.create(github.api() + path), accessToken);
        if (!reply.isOk()) {
            throw noAddress(); // the person left out what we asked for
        }
        return reply.json();
    }

    private static JsonNode primary(JsonNode emails) {
        return emails.values().stream()
                .filter(email -> email.path("primary").asBoolean(false))
                .filter(email -> EmailAddress.isValid(email.path("email").asString("")))
                .findFirst()
                .orElseThrow(GitHubSignIn::noAddress);
    }

    private static Optional<String> text(JsonNode user, String name) {
        return Optional.of(user.path(name).asString("")).filter(text -> !text.isBlank());
    }

    private static Failure.Forbidden noAddress() {
        return new Failure.Forbidden("GitHub does not tell us your mail address. Allow it, or use a password.");
    }
}
