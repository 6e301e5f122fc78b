package dev.assistant.localstack.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import dev.assistant.localstack.architecture.planted.BreaksEveryRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows between modules, held on the compiled classes of the whole build. */
class ArchitectureTest {
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackagesOf(BreaksEveryRule.class);

    @ParameterizedTest
    @EnumSource(Rules.class)
    void the_product_keeps_to(Rules rule) {
        JavaClasses classes = new ClassFileImporter().importPaths(compiled(rule.modules()));

        EvaluationResult result = rule.on(classes).evaluate(classes);

        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rules.class)
    void a_planted_violation_breaks(Rules rule) {
        ArchRule check = rule.on(PLANTED);

        assertThat(check.evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void every_package_is_null_marked() throws Exception {
        for (Path source : sources()) {
            try (Stream<Path> files = Files.walk(source)) {
                List<Path> unmarked = files.filter(Files::isDirectory)
                        .filter(ArchitectureTest::holdsJava)
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .toList();
                assertThat(unmarked).isEmpty();
            }
        }
    }

    @Test
    void all_modules_are_looked_at() {
        JavaClasses classes = new ClassFileImporter().importPaths(compiled(Rules.Modules.ALL));

        assertThat(classes.stream()
                        .map(JavaClass::getPackageName)
                        .map(Rules::ring)
                        .distinct())
                .contains("core", "adapters", "api", "realtime", "runtime");
    }

    private static List<Path> compiled(List<String> modules) {
        return modules.stream()
                .map(module -> Path.of("..", module, "target", "classes"))
                .toList();
    }

    private static List<Path> sources() {
        return Stream.concat(
                        Rules.Modules.ALL.stream(), Stream.of("functions/testkit", "infrastructure-cdk", "localstack"))
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .toList();
    }

    private static boolean holdsJava(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
