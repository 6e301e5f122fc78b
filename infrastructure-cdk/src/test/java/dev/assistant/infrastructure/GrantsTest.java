package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GrantsTest {
    /** Kept by hand, not made from the catalogue: a permission changes only when somebody says so twice. */
    private static final Path TABLE = Path.of("src/test/resources/grants.txt");

    @Test
    void every_function_may_do_exactly_what_the_table_says() throws IOException {
        List<String> expected = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .sorted()
                .toList();

        assertThat(String.join("\n", Grants.of(Synthesis.dev()))).isEqualTo(String.join("\n", expected));
    }

    @Test
    void production_allows_what_development_allows() {
        assertThat(Grants.of(Synthesis.prod())).isEqualTo(Grants.of(Synthesis.dev()));
    }

    @Test
    void no_statement_allows_every_action() {
        assertThat(Synthesis.dev().ofType("AWS::IAM::Policy"))
                .flatExtracting(policy -> policy.get("Properties")
                        .get("PolicyDocument")
                        .get("Statement")
                        .values())
                .extracting((JsonNode statement) -> statement.get("Action").toString())
                .noneMatch(actions -> actions.contains("\"*\""));
    }
}
