package dev.assistant.localstack.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.localstack.catalogue.Catalogue;
import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.catalogue.Source;
import dev.assistant.localstack.contract.Routes.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** That the gateway has exactly the product's operations, each with a function that exists. */
class RoutesTest {

    private static final Path CONTRACT = Path.of("../functions/api/src/main/resources/openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    @Test
    void finds_every_operation_of_the_contract_and_no_other() throws Exception {
        Set<String> documented = new TreeSet<>();
        JsonNode document = new YAMLMapper().readTree(CONTRACT);
        String base = document.path("servers").path(0).path("url").stringValue();
        document.path("paths")
                .forEachEntry((path, item) -> item.propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + base + path)));

        Routes routes = contract();

        assertThat(routes.operations())
                .extracting(operation -> operation.method() + " " + operation.path())
                .containsExactlyInAnyOrderElementsOf(documented);
        for (Operation operation : routes.operations()) {
            assertThat(routes.match(operation.method(), operation.path().replaceAll("\\{\\w+}", "x")))
                    .isEqualTo(new Routes.Match(
                            operation.path(), parameters(operation.path()), Optional.of(operation.function())));
        }
    }

    @Test
    void names_only_functions_of_the_catalogue_that_have_routes() throws Exception {
        Set<String> routed = new TreeSet<>();
        catalogue().withSource(Source.Routes.class).forEach(function -> routed.add(function.name()));

        assertThat(contract().operations()).extracting(Operation::function).isSubsetOf(routed);
    }

    @Test
    void every_function_has_exactly_the_settings_of_what_it_touches() {
        FunctionEntry replay = catalogue().named("replay");

        assertThat(replay.environmentKeys())
                .contains("TABLE_CONNECTIONS", "TABLE_EVENTS", "WEBSOCKET_MANAGEMENT_URL", "AWS_REGION")
                .doesNotContain("DATABASE_URL", "TOKEN_KEYS_FILE");
    }

    /** All of a path's, each with the value x. */
    private static Map<String, String> parameters(String path) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .results()
                .collect(Collectors.toMap(name -> name.group(1), name -> "x"));
    }

    private static Routes contract() throws IOException {
        try (InputStream openApi = Files.newInputStream(CONTRACT)) {
            return Routes.read(openApi);
        }
    }

    private static Catalogue catalogue() {
        return Catalogue.read(Objects.requireNonNull(RoutesTest.class.getResourceAsStream("/catalogue.yaml")));
    }
}
