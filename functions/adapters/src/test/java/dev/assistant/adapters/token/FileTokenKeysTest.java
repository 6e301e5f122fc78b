package dev.assistant.adapters.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokenKeysTest {
    @TempDir
    private Path folder;

    @Test
    void publishes_the_keys_without_their_private_parts() throws JOSEException, IOException {
        RSAKey first = rsa("first");
        FileTokenKeys keys = FileTokenKeys.read(file(first, rsa("second")));

        assertThat(keys.signing().keyId()).isEqualTo("first");
        assertThat(keys.publicJson())
                .contains("\"first\"", "\"second\"", first.getModulus().toString())
                .doesNotContain(
                        first.getPrivateExponent().toString(),
                        first.getFirstPrimeFactor().toString());
    }

    @Test
    void verifies_without_a_private_key_but_does_not_sign() throws JOSEException, IOException {
        FileTokenKeys keys = FileTokenKeys.read(file(rsa("first").toPublicJWK()));

        assertThat(keys.trusted().getKeyByKeyId("first")).isNotNull();
        assertThatThrownBy(keys::signing).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refuses_keys_that_are_weak_nameless_or_of_another_kind() throws JOSEException, IOException {
        Path weak = file(new RSAKeyGenerator(1024, true).keyID("weak").generate());
        Path nameless = file(new RSAKeyGenerator(2048).generate());
        Path curve = file(new ECKeyGenerator(Curve.P_256).keyID("curve").generate());

        for (Path file : List.of(weak, nameless, curve, file())) {
            assertThatThrownBy(() -> FileTokenKeys.read(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("TOKEN_KEYS_FILE");
        }
    }

    @Test
    void says_which_setting_names_an_unreadable_file() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");

        for (Path file : List.of(broken, folder.resolve("none.json"))) {
            assertThatThrownBy(() -> FileTokenKeys.read(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("TOKEN_KEYS_FILE");
        }
    }

    @Test
    void takes_a_changed_file_without_a_restart() throws JOSEException, IOException {
        RSAKey first = rsa("first");
        Path file = file(first);
        FileTokenKeys keys = FileTokenKeys.read(file);

        replace(file, new JWKSet(List.of(rsa("second"), first.toPublicJWK())).toString(false));

        assertThat(keys.signing().keyId()).isEqualTo("second");
        assertThat(keys.trusted().getKeyByKeyId("first")).isNotNull();
    }

    @Test
    void keeps_its_keys_while_the_changed_file_cannot_be_used() throws JOSEException, IOException {
        Path file = file(rsa("first"));
        FileTokenKeys keys = FileTokenKeys.read(file);

        for (String content : List.of("{", "{\"keys\":[]}")) {
            replace(file, content);
            assertThat(keys.signing().keyId()).isEqualTo("first");
        }
        Files.delete(file);
        assertThat(keys.signing().keyId()).isEqualTo("first");
    }

    /** With a time of change that differs however coarse the file system's clock is. */
    private static void replace(Path file, String content) throws IOException {
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 2000));
    }

    private static RSAKey rsa(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private Path file(JWK... keys) throws IOException {
        Path file = Files.createTempFile(folder, "keys", ".json");
        return Files.writeString(file, new JWKSet(List.of(keys)).toString(false));
    }
}
