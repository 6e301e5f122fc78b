package dev.assistant.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenKeysFileTest {
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void make() {
        file = folder.resolve("token-keys.json");
        TokenKeysFile.ensure(file);
    }

    @Test
    void keeps_the_key_that_is_there() throws Exception {
        String before = Files.readString(file);

        TokenKeysFile.ensure(file);

        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void puts_a_new_key_first_and_keeps_the_public_half_of_the_old_one_for_a_while() throws Exception {
        JsonNode old = keys().getFirst();

        TokenKeysFile.rotate(file, NOW);

        List<JsonNode> keys = keys();
        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst().has("d")).isTrue();
        assertThat(keys.getFirst().get("kid")).isNotEqualTo(old.get("kid"));
        assertThat(keys.getLast().get("kid")).isEqualTo(old.get("kid"));
        assertThat(keys.getLast().get("n")).isEqualTo(old.get("n"));
        assertThat(keys.getLast().propertyNames()).doesNotContain("d", "p", "q", "dp", "dq", "qi");
        assertThat(keys.getLast().get("exp").asLong())
                .isEqualTo(NOW.plusSeconds(20 * 60).getEpochSecond());
    }

    @Test
    void drops_keys_whose_tokens_have_ended_and_prolongs_none() throws Exception {
        String first = keys().getFirst().get("kid").stringValue();
        TokenKeysFile.rotate(file, NOW);
        String second = keys().getFirst().get("kid").stringValue();

        TokenKeysFile.rotate(file, NOW.plusSeconds(10 * 60));
        assertThat(keys()).extracting(key -> key.get("kid").stringValue()).contains(first, second);

        TokenKeysFile.rotate(file, NOW.plusSeconds(20 * 60));
        assertThat(keys())
                .hasSize(3)
                .extracting(key -> key.get("kid").stringValue())
                .contains(second)
                .doesNotContain(first);
    }

    @Test
    void can_be_read_by_its_owner_only() throws Exception {
        TokenKeysFile.rotate(file, NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private List<JsonNode> keys() {
        return JsonMapper.shared()
                .readTree(file.toFile())
                .get("keys")
                .valueStream()
                .toList();
    }
}
