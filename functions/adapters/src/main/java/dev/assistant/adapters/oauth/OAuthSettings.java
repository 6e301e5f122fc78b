package dev.assistant.adapters.oauth;

import dev.assistant.adapters.settings.Environment;
import java.net.URI;
import java.util.Optional;

/**
 * What was agreed with the providers.
 *
 * @param publicOrigin the web application's, below which people come back to {@code /auth/callback/<provider>}
 * @param google empty when there is no agreement
 * @param github empty when there is no agreement
 */
public record OAuthSettings(String publicOrigin, Optional<Google> google, Optional<GitHub> github) {

    /** Our name and password at a provider. */
    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /**
     * Google, or what stands for it (developers.google.com/identity/openid-connect).
     *
     * @param issuer the {@code iss} of its id tokens
     */
    public record Google(Client client, String issuer, URI authorization, URI token, URI keys) {}

    /** GitHub, or an Enterprise Server (docs.github.com, "Authorizing OAuth apps"). */
    public record GitHub(Client client, URI authorization, URI token, URI api) {}

    /**
     * Reads {@code OAUTH_<PROVIDER>_CLIENT_ID} and {@code _CLIENT_SECRET}; a provider without an id is not offered.
     * {@code OAUTH_GOOGLE_URL} names a stand-in; {@code OAUTH_GITHUB_URL} that or an Enterprise Server.
     *
     * @throws Environment.MissingSetting when an id has no secret, or an address is unreadable
     */
    public static OAuthSettings from(Environment environment) {
        return new OAuthSettings(
                environment.required("PUBLIC_ORIGIN"),
                client(environment, "GOOGLE")
                        .map(client -> google(client, environment.optionalUri("OAUTH_GOOGLE_URL"))),
                client(environment, "GITHUB")
                        .map(client -> github(client, environment.optionalUri("OAUTH_GITHUB_URL"))));
    }

    private static Optional<Client> client(Environment environment, String provider) {
        return environment
                .optional("OAUTH_" + provider + "_CLIENT_ID")
                .map(id -> new Client(id, environment.required("OAUTH_" + provider + "_CLIENT_SECRET")));
    }

    private static Google google(Client client, Optional<URI> elsewhere) {
        return elsewhere
                .map(root -> new Google(
                        client,
                        root.toString(),
                        below(root, "/authorize"),
                        below(root, "/token"),
                        below(root, "/keys")))
                .orElseGet(() -> new Google(
                        client,
                        "https://accounts.google.com",
                        URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                        URI.create("https://oauth2.googleapis.com/token"),
                        URI.create("https://www.googleapis.com/oauth2/v3/certs")));
    }

    private static GitHub github(Client client, Optional<URI> elsewhere) {
        URI root = elsewhere.orElse(URI.create("https://github.com"));
        return new GitHub(
                client,
                below(root, "/login/oauth/authorize"),
                below(root, "/login/oauth/access_token"),
                elsewhere.map(server -> below(server, "/api/v3")).orElse(URI.create("https://api.github.com")));
    }

    private static URI below(URI root, String path) {
        return URI.create(root.toString().replaceAll("/$", "") + path);
    }
}
