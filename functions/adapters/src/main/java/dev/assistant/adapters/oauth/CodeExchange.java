package dev.assistant.adapters.oauth;

import dev.assistant.failure.Failure;
import dev.assistant.identity.Provider;
import dev.assistant.identity.SignInAttempt;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two halves of the authorization-code flow that all providers share (RFC 6749 section 4.1, RFC 7636). Thread-safe. */
final class CodeExchange {
    private static final Logger LOG = LoggerFactory.getLogger(CodeExchange.class);

    /** Errors that are about this code or this person, not about us. */
    private static final Set<String> ABOUT_THE_CODE =
            Set.of("invalid_grant", "bad_verification_code", "incorrect_client_credentials_for_code", "access_denied");

    private final Provider provider;
    private final OAuthSettings.Client client;
    private final String redirect;
    private final ProviderHttp http;

    CodeExchange(Provider provider, OAuthSettings.Client client, String publicOrigin, ProviderHttp http) {
        this.provider = provider;
        this.client = client;
        // Always our own page, whatever a request says: no open redirect (CWE-601).
        this.redirect = publicOrigin + "/auth/callback/" + provider.word();
        this.http = http;
    }

    /** Where somebody is sent, with what the provider wants beside the usual. */
    URI authorization(URI address, SignInAttempt attempt, Map<String, String> more) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.id());
        query.put("redirect_uri", redirect);
        query.put("state", attempt.state());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        query.putAll(more);
        return Form.query(address, query);
    }

    /** What the provider gives for the code. */
    ProviderHttp.Reply exchange(URI address, SignInAttempt attempt, String code) {
        ProviderHttp.Reply reply = http.post(
                address,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client.id(),
                        "client_secret",
                        client.secret(),
                        "code",
                        code,
                        "redirect_uri",
                        redirect,
                        "code_verifier",
                        attempt.verifier()));
        // GitHub says errors with status 200.
        if (reply.isOk() && reply.text("error").isEmpty()) {
            return reply;
        }
        throw refusal(reply);
    }

    private Failure refusal(ProviderHttp.Reply reply) {
        String error = reply.text("error");
        if (ABOUT_THE_CODE.contains(error)) {
            return new Failure.Invalid(
                    "code",
                    provider.label() + " does not take this code: it was used already, or is too old. Start again.");
        }
        LOG.warn("{} refuses us: {}", provider.label(), error.matches("[a-z_]{1,50}") ? error : "without a reason");
        return http.unavailable(new IllegalStateException("refused by the provider"));
    }
}
