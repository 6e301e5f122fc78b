package dev.assistant.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
                        routes.put(OpenApi.route(method, path), uri.group(1).toLowerCase(Locale.ROOT));
                    }
                }));

        assertThat(routes).isEqualTo(OpenApi.functionsByRoute());
    }

    @Test
    void has_the_settings_of_the_embedded_stack() throws IOException {
        Map<String, String> embedded = embeddedEnvironment();
        JsonNode parameters = new YAMLMapper()
                .readTree(TemplateWriter.template(Synthesis.CHECKOUT))
                .get("Parameters");

        parameters.forEachEntry((parameter, definition) -> {
            String key = parameter.replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
            if (!Set.of("TOKEN_KEYS_FILE", "GRANT_KEY_FILE", "BUILD_COMMIT").contains(key)) {
                assertThat(definition.get("Default").stringValue()).as(key).isEqualTo(embedded.get(key));
            }
        });
    }

    @Test
    void has_nothing_that_sam_local_cannot_run() {
        assertThat(TemplateWriter.template(Synthesis.CHECKOUT))
                .doesNotContain("WebSocket")
                .doesNotContain("ApiGatewayV2")
                .doesNotContain("$connect");
    }

    /** What the embedded stack exports in a shell without settings of its own. */
    private static Map<String, String> embeddedEnvironment() throws IOException {
        Path script = Synthesis.CHECKOUT.sources().resolve("localstack/environment");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", ". \"$0\" && env", script.toString());
        shell.environment().keySet().retainAll(Set.of("PATH", "HOME"));
        Process process = shell.redirectErrorStream(true).start();
        return process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("="))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }
}
