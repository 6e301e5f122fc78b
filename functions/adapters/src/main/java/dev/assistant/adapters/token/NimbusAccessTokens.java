package dev.assistant.adapters.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.assistant.failure.Failure;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.Caller;
import dev.assistant.identity.Role;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Access tokens as RS256 JWTs of type {@code at+jwt} (RFC 9068). The algorithm is fixed and the key is looked up by id in our
 * own set only, so a token cannot choose either (RFC 8725 sections 3.1 and 3.10, CWE-347). Thread-safe.
 */
public final class NimbusAccessTokens implements AccessTokens {
    static final String AUDIENCE = "development-assistant";

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    /** How far the clocks of two of our machines may differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final TokenKeys keys;
    private final String issuer;

    public NimbusAccessTokens(TokenKeys keys, String issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    @Override
    public String issue(User user, SessionId session, Instant now) {
        TokenKeys.Signing signing = keys.signing();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(TYPE)
                .keyID(signing.keyId())
                .build();
        SignedJWT token = new SignedJWT(header, claims(user, session, now));
        try {
            token.sign(signing.signer());
        } catch (JOSEException e) {
            throw new Failure.Unavailable("signing key", Duration.ofSeconds(5), e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(User user, SessionId session, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(user.id().toString())
                .claim("sid", session.toString())
                .claim("role", user.role().name().toLowerCase(Locale.ROOT))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
    }

    @Override
    public Caller verify(String token, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            requireSignature(jwt, now);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            requireClaims(claims, now);
            return Caller.signedIn(
                    new UserId(UUID.fromString(claims.getSubject())),
                    Role.valueOf(claims.getStringClaim("role").toUpperCase(Locale.ROOT)),
                    new SessionId(UUID.fromString(claims.getStringClaim("sid"))));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw refused();
        }
    }

    private void requireSignature(SignedJWT jwt, Instant now) throws JOSEException {
        JWSHeader header = jwt.getHeader();
        boolean isOurs = JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && TYPE.equals(header.getType())
                && header.getKeyID() != null;
        JWK key = isOurs ? keys.trusted().getKeyByKeyId(header.getKeyID()) : null;
        if (key == null || isRetired(key, now) || !jwt.verify(new RSASSAVerifier(key.toRSAKey()))) {
            throw refused();
        }
    }

    /** A key that no longer signs is trusted only as long as tokens that it signed can live. */
    private static boolean isRetired(JWK key, Instant now) {
        return key.getExpirationTime() != null
                && !key.getExpirationTime().toInstant().isAfter(now);
    }

    private void requireClaims(JWTClaimsSet claims, Instant now) {
        if (!issuer.equals(claims.getIssuer())
                || !List.of(AUDIENCE).equals(claims.getAudience())
                || claims.getSubject() == null
                || claims.getExpirationTime() == null
                || claims.getNotBeforeTime() == null
                || claims.getClaim("sid") == null
                || claims.getClaim("role") == null
                || claims.getNotBeforeTime().toInstant().isAfter(now.plus(SKEW))) {
            throw refused();
        }
        if (!claims.getExpirationTime().toInstant().isAfter(now)) {
            throw new Failure.NotSignedIn("The access token has expired. Refresh it, or sign in again.");
        }
    }

    private static Failure.NotSignedIn refused() {
        return new Failure.NotSignedIn("The access token does not hold. Sign in again.");
    }
}
