package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class TemplateYamlTest {
    private static final Pattern FUNCTION = Pattern.compile("\\$\\{(\\w+)Function\\.Arn}");

    @Test
    void on_disk_is_what_the_writer_makes_of_contract_and_catalogue() throws IOException {
        assertThat(Files.readString(Synthesis.CHECKOUT.template()))
                .as("run: mvn -q -pl infrastructure-cdk compile exec:exec@template")
                .isEqualTo(TemplateWriter.template(Synthesis.CHECKOUT));
    }

    @Test
    void routes_exactly_the_operations_of_the_contract_to_functions_that_it_defines() {
        JsonNode resources = new YAMLMapper()
                .readTree(TemplateWriter.template(Synthesis.CHECKOUT))
                .get("Resources");
        Map<String, String> routes = new TreeMap<>();
        resources
                .get("Api")
                .get("Properties")
                .get("DefinitionBody")
                .get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    if (OpenApi.METHODS.contains(method)) {
                        Matcher uri = FUNCTION.matcher(operation.toString());
                        assertThat(uri.find()).isTrue();
                        assertThat(resources.has(uri.group(1) + "Function")).isTrue();
                        routes.put(OpenApi.route(method, path), uri.group(1).toLowerCase(java.util.Locale.ROOT));
                    }
                }));

        assertThat(routes).isEqualTo(OpenApi.functionsByRoute());
    }

    @Test
    void has_nothing_that_sam_local_cannot_run() {
        assertThat(TemplateWriter.template(Synthesis.CHECKOUT))
                .doesNotContain("WebSocket")
                .doesNotContain("ApiGatewayV2")
                .doesNotContain("$connect");
    }
}
