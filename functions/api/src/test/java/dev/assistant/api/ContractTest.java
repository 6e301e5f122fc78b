package dev.assistant.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.api.harness.Contract;
import dev.assistant.api.harness.Gateway;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.RateClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Contract and code name the same operations, and what is served is the contract. */
final class ContractTest {
    private static final Contract CONTRACT = new Contract();

    @Test
    void every_operation_has_its_class_and_every_class_its_operation() {
        Set<String> operations = CONTRACT.operations().stream()
                .map(described -> className(described.id()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operationClasses()).isEqualTo(operations);
    }

    @Test
    void every_function_starts_with_exactly_its_operations() {
        CONTRACT.operations().stream()
                .map(Contract.Described::function)
                .distinct()
                .forEach(function ->
                        assertThat(Gateway.shared().function(function)).isNotNull());
    }

    @Test
    void what_needs_credentials_can_refuse_them_and_what_takes_a_body_can_refuse_it() {
        assertThat(CONTRACT.operations()).allSatisfy(described -> {
            Set<String> answers = described.operation().path("responses").propertyNames().stream()
                    .collect(Collectors.toSet());
            boolean isPublic = described.operation().path("x-scope").asString().equals("public");
            if (!isPublic) {
                assertThat(answers).as(described.id()).contains("401", "403", "429", "503");
            }
            if (described.operation().has("requestBody")) {
                assertThat(answers).as(described.id()).contains("400", "413", "415", "422");
            }
            if (described.path().contains("{")) {
                assertThat(answers).as(described.id()).contains("404");
            }
        });
    }

    @Test
    void every_operation_is_described_with_its_parameters_answers_and_limit() {
        assertThat(CONTRACT.operations()).allSatisfy(described -> {
            JsonNode operation = described.operation();
            assertThat(operation.path("summary").asString(""))
                    .as(described.id())
                    .isNotBlank();
            assertThat(operation.path("description").asString("").strip())
                    .as(described.id())
                    .hasSizeGreaterThan(10)
                    .endsWith(".");
            assertThat(RateClass.valueOf(
                            operation.path("x-rate-class").asString("").toUpperCase(Locale.ROOT)))
                    .as(described.id())
                    .isNotNull();
            for (String place : List.of("path", "query", "header")) {
                assertThat(CONTRACT.parameters(described, place))
                        .allSatisfy(parameter -> assertThat(
                                        parameter.path("description").asString(""))
                                .as("%s of %s", parameter.path("name"), described.id())
                                .isNotBlank());
            }
            assertThat(operation.path("responses").properties())
                    .isNotEmpty()
                    .allSatisfy(response -> assertThat(CONTRACT.resolve(response.getValue())
                                    .path("description")
                                    .asString(""))
                            .as("%s of %s", response.getKey(), described.id())
                            .isNotBlank());
        });
    }

    @Test
    void what_is_limited_can_say_so_and_what_reads_parameters_can_refuse_them() {
        assertThat(CONTRACT.operations()).allSatisfy(described -> {
            Set<String> answers =
                    Set.copyOf(described.operation().path("responses").propertyNames());
            if (!described.operation().path("x-rate-class").asString().equals("public")) {
                assertThat(answers).as(described.id()).contains("429");
            }
            if (!CONTRACT.parameters(described, "query").isEmpty()) {
                assertThat(answers).as(described.id()).contains("422");
            }
        });
    }

    private static String className(String operation) {
        return operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1) + "Operation";
    }

    /** The simple names of all classes that implement {@link Operation}. */
    private static Set<String> operationClasses() {
        try (Stream<Path> files = Files.walk(classes())) {
            return files.map(file -> classes().relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(ContractTest::load)
                    .filter(type -> Operation.class.isAssignableFrom(type) && !type.isInterface())
                    .map(Class::getSimpleName)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(ApiFunctions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        String name = file.replace('/', '.').replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, ContractTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(List.of(name).toString(), e);
        }
    }
}
