package dev.assistant.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.harness.Person;
import dev.assistant.api.harness.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published keys, and their rotation while functions run. */
final class SigningKeysTest {
    @TempDir
    private Path folder;

    private final RSAKey first = key("first");
    private Path file = Path.of("");
    private Gateway gateway = Gateway.shared();

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("keys.json"), new JWKSet(first).toString(false));
        gateway = new Gateway(Gateway.shared().surroundings().with("TOKEN_KEYS_FILE", file.toString()));
    }

    @Test
    void verify_tokens_without_asking_the_product() throws Exception {
        Person ada = Person.signedUp(gateway);

        Reply reply = gateway.get("/auth/jwks.json").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(verifies(reply, ada.accessToken())).isTrue();
        assertThat(reply.json().at("/keys/0").has("d")).isFalse();
    }

    @Test
    void rotate_while_functions_run_and_log_nobody_out() throws Exception {
        Person early = Person.signedUp(gateway);
        assertThat(early.get("/users/me").send().status()).isEqualTo(200);

        rotateTo(key("second"), Duration.ofMinutes(20));

        Person late = Person.signedUp(gateway);
        assertThat(SignedJWT.parse(late.accessToken()).getHeader().getKeyID()).isEqualTo("second");
        assertThat(early.get("/users/me").send().status()).isEqualTo(200);
        assertThat(late.get("/users/me").send().status()).isEqualTo(200);
        Reply refreshed = gateway.post("/auth/refresh")
                .json(Map.of("refresh_token", early.refreshToken()))
                .send();
        assertThat(refreshed.status()).isEqualTo(200);
        Reply published = gateway.get("/auth/jwks.json").send();
        assertThat(verifies(published, early.accessToken())).isTrue();
        assertThat(verifies(published, late.accessToken())).isTrue();
        assertThat(verifies(published, refreshed.text("/access_token"))).isTrue();
    }

    @Test
    void end_with_the_time_that_an_old_key_was_given_but_sessions_do_not() throws Exception {
        Person early = Person.signedUp(gateway);

        rotateTo(key("second"), Duration.ofSeconds(-1));

        assertThat(early.get("/users/me").send().status()).isEqualTo(401);
        assertThat(gateway.post("/auth/refresh")
                        .json(Map.of("refresh_token", early.refreshToken()))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private void rotateTo(RSAKey next, Duration oldStays) throws IOException {
        RSAKey old = new RSAKey.Builder(first.toPublicJWK())
                .expirationTime(Date.from(Instant.now().plus(oldStays)))
                .build();
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, new JWKSet(List.of(next, old)).toString(false));
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 2000));
    }

    private static boolean verifies(Reply published, String token) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        JWK key = JWKSet.parse(published.body()).getKeyByKeyId(jwt.getHeader().getKeyID());
        return jwt.verify(new RSASSAVerifier(key.toRSAKey()));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
