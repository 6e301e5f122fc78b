package dev.assistant.adapters.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.assistant.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Checks id tokens (OpenID Connect Core, section 3.1.3.7): RS256 and nothing else, a key that the provider publishes, issued by
 * it, for us, for this visit, not expired. Keys are fetched again when a token names one that is not known, since providers
 * change them; tokens come from the provider itself, so nobody else can make us ask. Thread-safe.
 */
final class IdTokens {
    /** How far the provider's clock may differ from ours. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final Duration KEYS_LIFETIME = Duration.ofHours(1);

    private final OAuthSettings.Google provider;
    private final ProviderHttp http;
    private final InstantSource clock;
    private volatile Known known = new Known(new JWKSet(), Instant.MIN);

    private record Known(JWKSet keys, Instant until) {}

    IdTokens(OAuthSettings.Google provider, ProviderHttp http, InstantSource clock) {
        this.provider = provider;
        this.http = http;
        this.clock = clock;
    }

    /** @throws Failure.Forbidden when anything is off */
    JWTClaimsSet verify(String token, String nonce) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            requireSignature(jwt);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            requireClaims(claims, nonce);
            return claims;
        } catch (ParseException | JOSEException e) {
            throw refused();
        }
    }

    /** What somebody is told whose id token does not hold; which check failed is nobody's business. */
    static Failure.Forbidden refused() {
        return new Failure.Forbidden("What the provider says about you does not hold. Start again.");
    }

    private void requireSignature(SignedJWT jwt) throws JOSEException {
        JWSHeader header = jwt.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
            throw refused();
        }
        JWK key = key(header.getKeyID()).orElseThrow(IdTokens::refused);
        if (!KeyType.RSA.equals(key.getKeyType()) || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
            throw refused();
        }
    }

    private Optional<JWK> key(String id) {
        Known now = known;
        if (clock.instant().isAfter(now.until()) || now.keys().getKeyByKeyId(id) == null) {
            now = fetched();
            known = now;
        }
        return Optional.ofNullable(now.keys().getKeyByKeyId(id));
    }

    private Known fetched() {
        try {
            ProviderHttp.Reply reply = http.get(provider.keys());
            return new Known(
                    JWKSet.parse(reply.json().toString()), clock.instant().plus(KEYS_LIFETIME));
        } catch (ParseException e) {
            throw http.unavailable(e);
        }
    }

    private void requireClaims(JWTClaimsSet claims, String nonce) throws ParseException {
        Instant now = clock.instant();
        String told = claims.getStringClaim("nonce");
        boolean holds = provider.issuer().equals(claims.getIssuer())
                && List.of(provider.client().id()).equals(claims.getAudience())
                && claims.getSubject() != null
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().plus(SKEW).isAfter(now)
                && claims.getIssueTime() != null
                && claims.getIssueTime().toInstant().minus(SKEW).isBefore(now)
                && told != null
                && MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8));
        if (!holds) {
            throw refused();
        }
    }
}
