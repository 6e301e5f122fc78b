package dev.assistant.adapters.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.repository.TokenSeal;
import dev.assistant.testkit.engine.GrantKeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokenSealTest {
    private static final String TOKEN = "github_pat_" + "tokenOfAda".repeat(3);

    private final UserId ada = new UserId(UUID.randomUUID());
    private final TokenSeal seal = FileTokenSeal.read(GrantKeyFile.create());

    @Test
    void opens_what_it_sealed_which_shows_nothing_and_is_never_the_same_twice() {
        String sealed = seal.seal(ada, TOKEN);

        assertThat(seal.open(ada, sealed)).isEqualTo(TOKEN);
        assertThat(sealed).doesNotContain(TOKEN, "github_pat_").isNotEqualTo(seal.seal(ada, TOKEN));
    }

    @Test
    void opens_nothing_for_somebody_else_or_with_another_key_or_when_a_letter_was_changed() {
        String sealed = seal.seal(ada, TOKEN);
        char last = sealed.charAt(sealed.length() - 10);
        String changed = sealed.substring(0, sealed.length() - 10)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 9);
        TokenSeal other = FileTokenSeal.read(GrantKeyFile.create());

        assertUnreadable(seal, new UserId(UUID.randomUUID()), sealed);
        assertUnreadable(other, ada, sealed);
        assertUnreadable(seal, ada, changed);
        assertUnreadable(seal, ada, "no such thing");
    }

    private static void assertUnreadable(TokenSeal seal, UserId owner, String sealed) {
        assertThatThrownBy(() -> seal.open(owner, sealed))
                .isInstanceOf(Failure.Conflict.class)
                .hasMessageContaining("Give it anew");
    }

    @Test
    void starts_with_a_key_of_256_bits_only(@TempDir Path folder) throws Exception {
        Path weak =
                Files.writeString(folder.resolve("weak.json"), "{\"keys\": [{\"kty\": \"oct\", \"k\": \"c2hvcnQ\"}]}");

        assertThatThrownBy(() -> FileTokenSeal.read(weak)).hasMessageContaining("256 bits");
        assertThatThrownBy(() -> FileTokenSeal.read(folder.resolve("none.json")))
                .hasMessageContaining("GRANT_KEY_FILE");
    }
}
