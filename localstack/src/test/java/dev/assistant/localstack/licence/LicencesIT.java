package dev.assistant.localstack.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Over the built parts; writes what it found to {@code target/licences.md}. */
class LicencesIT {
    private static final Path REPORT = Path.of("target/licences.md");

    @Test
    void everything_shipped_is_under_a_licence_that_allows_it() throws IOException {
        List<Component> components = new Shipped(Path.of("..")).components();
        Files.writeString(REPORT, report(components));

        assertThat(LicenceRules.objections(components)).isEmpty();
        assertThat(components).extracting(Component::part).contains("analysers", "frontend");
        assumeThat(components)
                .as("Maven lists libraries only when it is not offline")
                .extracting(Component::part)
                .contains("functions/api", "functions/realtime", "agent-runtime");
    }

    private static String report(List<Component> components) {
        Stream<String> rows = components.stream()
                .map(each ->
                        "| %s | %s | %s | %s |".formatted(each.part(), each.name(), each.version(), each.licence()));
        return Stream.concat(Stream.of("| part | component | version | licence |", "| --- | --- | --- | --- |"), rows)
                .collect(Collectors.joining("\n", "# Licences of what is shipped\n\n", "\n"));
    }
}
