package dev.assistant.testkit.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Signs id tokens, rightly or, for tests, with one thing wrong. Thread-safe. */
final class IdTokenSigner {
    private final String issuer;
    private volatile RSAKey key = newKey();

    IdTokenSigner(String issuer) {
        this.issuer = issuer;
    }

    /** The published keys as JSON. */
    String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** Another key from now on, as providers change theirs. */
    void rotate() {
        key = newKey();
    }

    String sign(Grants.Grant grant) {
        JWTClaimsSet claims = claims(grant);
        if (grant.fault() == Fault.UNSIGNED) {
            return new PlainJWT(claims).serialize();
        }
        RSAKey known = key;
        RSAKey signing = grant.fault() == Fault.FOREIGN_KEY ? newKey() : known;
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(known.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(signing));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(Grants.Grant grant) {
        Fault fault = grant.fault();
        Instant now = Instant.now();
        Instant end = fault == Fault.EXPIRED_TOKEN ? now.minus(Duration.ofHours(1)) : now.plus(Duration.ofHours(1));
        StandInPerson person = grant.person();
        return new JWTClaimsSet.Builder()
                .issuer(fault == Fault.WRONG_ISSUER ? "https://accounts.example" : issuer)
                .audience(
                        fault == Fault.WRONG_AUDIENCE
                                ? "another-client"
                                : grant.query().get("client_id"))
                .subject(person.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .claim(
                        "nonce",
                        fault == Fault.WRONG_NONCE ? "another" : grant.query().get("nonce"))
                .claim("email", person.email())
                .claim("email_verified", person.emailVerified())
                .claim("name", person.name())
                .build();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
