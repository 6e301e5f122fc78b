package dev.assistant.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.assistant.realtime.harness.Deployed;
import dev.assistant.realtime.harness.Events;
import dev.assistant.realtime.harness.Stage;
import dev.assistant.realtime.harness.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sockets while the keys behind tokens rotate under the running function. */
final class KeyRotationTest {
    private final RSAKey first = key("first");

    @TempDir
    private Path folder;

    @Test
    void opens_sockets_for_tokens_of_the_new_key_and_still_for_those_of_the_old_one() throws Exception {
        Path file = Files.writeString(folder.resolve("keys.json"), new JWKSet(first).toString(false));
        Surroundings surroundings = Surroundings.fresh().with("TOKEN_KEYS_FILE", file.toString());
        Stage stage = new Stage(surroundings);
        Deployed function = Deployed.start("realtime", surroundings);
        Stage.Owner early = stage.owner();
        assertThat(connect(function, early)).isEqualTo(200);

        rotate(file, Duration.ofMinutes(20));

        assertThat(connect(function, stage.owner())).isEqualTo(200);
        assertThat(connect(function, early)).isEqualTo(200);
        rotate(file, Duration.ofSeconds(-1));
        assertThat(connect(function, early)).isEqualTo(401);
    }

    private void rotate(Path file, Duration oldStays) throws Exception {
        RSAKey old = new RSAKey.Builder(first.toPublicJWK())
                .expirationTime(Date.from(Instant.now().plus(oldStays)))
                .build();
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, new JWKSet(List.of(key("next"), old)).toString(false));
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 2000));
    }

    private static int connect(Deployed function, Stage.Owner owner) {
        return function.invoke(Events.connect(
                        UUID.randomUUID().toString(),
                        Map.of("token", owner.token(), "job_id", owner.job().toString()),
                        Map.of()))
                .path("statusCode")
                .asInt();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
