package dev.assistant.adapters.token;

import static dev.assistant.testkit.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.assistant.failure.Failure;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import dev.assistant.testkit.contract.AccessTokensContract;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NimbusAccessTokensTest extends AccessTokensContract {
    private static final String ISSUER = "https://assistant.example";
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final RSAKey KEY = key("2026-01");
    private static final RSAKey NEXT = key("2026-02");
    private static final RSAKey FOREIGN = key("2026-01");

    private final User user = aUser().build();
    private final SessionId session = new SessionId(UUID.randomUUID());
    private final AccessTokens tokens = trusting(KEY);

    @Override
    protected AccessTokens tokens() {
        return tokens;
    }

    @Test
    void says_what_kind_of_token_it_is_and_which_key_signed_it() throws ParseException {
        SignedJWT jwt = SignedJWT.parse(tokens.issue(user, session, NOW));

        assertThat(jwt.getHeader().toJSONObject())
                .containsOnly(Map.entry("alg", "RS256"), Map.entry("typ", "at+jwt"), Map.entry("kid", "2026-01"));
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(ISSUER);
        assertThat(claims.getSubject()).isEqualTo(user.id().toString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(session.toString());
        assertThat(claims.getStringClaim("role")).isEqualTo("user");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(Duration.ofMinutes(15))));
    }

    @Test
    void keeps_trusting_the_old_key_while_the_new_one_signs() throws ParseException {
        String old = tokens.issue(user, session, NOW);
        AccessTokens rotated = trusting(NEXT, KEY);

        assertThat(rotated.verify(old, NOW).user()).isEqualTo(user.id());
        String fresh = rotated.issue(user, session, NOW);
        assertThat(SignedJWT.parse(fresh).getHeader().getKeyID()).isEqualTo("2026-02");
        assertThat(trusting(KEY, NEXT).verify(fresh, NOW).user())
                .as("published before it signs")
                .isEqualTo(user.id());
        assertRefused(trusting(NEXT), old);
    }

    @Test
    void refuses_a_token_of_another_key_under_the_same_id() {
        assertRefused(tokens, trusting(FOREIGN).issue(user, session, NOW));
    }

    @Test
    void refuses_a_token_without_a_signature() {
        assertRefused(tokens, new PlainJWT(claims().build()).serialize());
    }

    @Test
    void refuses_a_token_signed_with_the_public_key_as_a_secret() throws JOSEException {
        byte[] publicKey = KEY.toRSAPublicKey().getEncoded();

        assertRefused(tokens, signed(header(JWSAlgorithm.HS256), claims(), new MACSigner(publicKey)));
    }

    @Test
    void refuses_another_algorithm_of_the_right_key() throws JOSEException {
        assertRefused(tokens, signed(header(JWSAlgorithm.RS512), claims(), new RSASSASigner(KEY)));
        assertRefused(tokens, signed(header(JWSAlgorithm.PS256), claims(), new RSASSASigner(KEY)));
    }

    @Test
    void refuses_a_key_that_the_token_brings_along() throws JOSEException {
        RSAKey own = key("mine");
        JWSHeader brings = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID("mine")
                .jwk(own.toPublicJWK())
                .build();

        assertRefused(tokens, signed(brings, claims(), new RSASSASigner(own)));
    }

    @Test
    void refuses_a_token_without_a_key_id_or_of_another_kind() throws JOSEException {
        JWSHeader noKey = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        JWSHeader idToken = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID("2026-01")
                .build();

        assertRefused(tokens, signed(noKey, claims(), new RSASSASigner(KEY)));
        assertRefused(tokens, signed(idToken, claims(), new RSASSASigner(KEY)));
    }

    @Test
    void refuses_a_token_whose_claims_are_not_ours() {
        assertThat(tokens.verify(with(claims -> claims), NOW).user()).isEqualTo(user.id());

        assertRefused(tokens, with(claims -> claims.issuer("https://other.example")));
        assertRefused(tokens, with(claims -> claims.audience("another-product")));
        assertRefused(tokens, with(claims -> claims.audience(List.of(NimbusAccessTokens.AUDIENCE, "another"))));
        assertRefused(tokens, with(claims -> claims.subject(null)));
        assertRefused(tokens, with(claims -> claims.subject("ada")));
        assertRefused(tokens, with(claims -> claims.expirationTime(null)));
        assertRefused(tokens, with(claims -> claims.notBeforeTime(null)));
        assertRefused(tokens, with(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(60)))));
        assertRefused(tokens, with(claims -> claims.claim("sid", null)));
        assertRefused(tokens, with(claims -> claims.claim("sid", 7)));
        assertRefused(tokens, with(claims -> claims.claim("role", null)));
        assertRefused(tokens, with(claims -> claims.claim("role", "superuser")));
    }

    @Test
    void takes_a_token_from_a_machine_whose_clock_is_a_little_ahead() {
        String token = with(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(20))));

        assertThat(tokens.verify(token, NOW).user()).isEqualTo(user.id());
    }

    @Test
    void refuses_a_token_that_was_changed() throws ParseException {
        SignedJWT jwt = SignedJWT.parse(tokens.issue(user, session, NOW));
        Base64URL admin =
                Base64URL.encode(jwt.getPayload().toString().replace("\"role\":\"user\"", "\"role\":\"admin\""));
        assertThat(admin).isNotEqualTo(jwt.getPayload().toBase64URL());

        assertRefused(tokens, jwt.getHeader().toBase64URL() + "." + admin + "." + jwt.getSignature());
    }

    private String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return signed(header(JWSAlgorithm.RS256), change.apply(claims()), new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(NimbusAccessTokens.AUDIENCE)
                .subject(user.id().toString())
                .claim("sid", session.toString())
                .claim("role", "user")
                .notBeforeTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(900)));
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType("at+jwt"))
                .keyID("2026-01")
                .build();
    }

    @Test
    void trusts_a_key_that_no_longer_signs_until_its_tokens_have_ended() {
        RSAKey old = key("old");
        String token = trusting(old).issue(aUser().build(), new SessionId(UUID.randomUUID()), NOW);
        RSAKey retiring = new RSAKey.Builder(old)
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
        AccessTokens rotated = trusting(key("new"), retiring);

        assertThat(rotated.verify(token, NOW.plusSeconds(59))).isNotNull();
        assertThatThrownBy(() -> rotated.verify(token, NOW.plusSeconds(60))).isInstanceOf(Failure.NotSignedIn.class);
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
        SignedJWT jwt = new SignedJWT(header, claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static void assertRefused(AccessTokens by, String token) {
        assertThatThrownBy(() -> by.verify(token, NOW)).isInstanceOf(Failure.NotSignedIn.class);
    }

    private static AccessTokens trusting(RSAKey... keys) {
        JWKSet trusted = new JWKSet(List.of(keys)).toPublicJWKSet();
        return new NimbusAccessTokens(
                new TokenKeys() {
                    @Override
                    public Signing signing() {
                        return new Signing(keys[0].getKeyID(), signer(keys[0]));
                    }

                    @Override
                    public JWKSet trusted() {
                        return trusted;
                    }
                },
                ISSUER);
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
