package dev.assistant.adapters.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.assistant.failure.Failure;
import dev.assistant.identity.EmailAddress;
import dev.assistant.identity.Provider;
import dev.assistant.identity.ProviderIdentity;
import dev.assistant.identity.SignInAttempt;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Google, by OpenID Connect: who somebody is stands in a signed id token. Thread-safe. */
final class GoogleSignIn implements ProviderSignIn {
    private final OAuthSettings.Google google;
    private final CodeExchange exchange;
    private final IdTokens idTokens;

    GoogleSignIn(OAuthSettings.Google google, String publicOrigin, InstantSource clock) {
        ProviderHttp http = new ProviderHttp(Provider.GOOGLE);
        this.google = google;
        this.exchange = new CodeExchange(Provider.GOOGLE, google.client(), publicOrigin, http);
        this.idTokens = new IdTokens(google, http, clock);
    }

    @Override
    public URI authorization(SignInAttempt attempt) {
        return exchange.authorization(
                google.authorization(),
                attempt,
                Map.of("scope", "openid email profile", "nonce", attempt.nonce(), "prompt", "select_account"));
    }

    @Override
    public ProviderIdentity identify(SignInAttempt attempt, String code) {
        String idToken = exchange.exchange(google.token(), attempt, code).text("id_token");
        JWTClaimsSet claims = idTokens.verify(idToken, attempt.nonce());
        try {
            String email = Optional.ofNullable(claims.getStringClaim("email")).orElse("");
            if (!EmailAddress.isValid(email)) {
                throw new Failure.Forbidden("Google does not tell us your mail address. Allow it, or use a password.");
            }
            return new ProviderIdentity(
                    Provider.GOOGLE,
                    claims.getSubject(),
                    new EmailAddress(email),
                    Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")),
                    Optional.empty(),
                    Optional.ofNullable(claims.getStringClaim("name")),
                    Optional.ofNullable(claims.getStringClaim("picture")));
        } catch (ParseException | IllegalArgumentException e) {
            throw IdTokens.refused();
        }
    }
}
