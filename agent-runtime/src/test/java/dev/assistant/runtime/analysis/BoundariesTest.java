package dev.assistant.runtime.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What keeps the embedded engine behind its wall. */
class BoundariesTest {
    private static final String ENGINE = "dev.assistant.runtime.analysis.sonar.engine..";
    private static final String[] EMBEDDED = {"org.sonar..", "org.sonarsource..", "org.springframework.."};

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.assistant.runtime.analysis");

    @Test
    void only_one_package_knows_the_embedded_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EMBEDDED)
                .check(classes);
    }

    @Test
    void nothing_refers_to_that_package() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .check(classes);
    }

    @Test
    void the_rules_notice_a_class_that_breaks_them() {
        ArchRule withoutException = noClasses().should().dependOnClassesThat().resideInAnyPackage(EMBEDDED);

        assertThatThrownBy(() -> withoutException.check(classes)).isInstanceOf(AssertionError.class);
    }

    @Test
    void the_engine_is_not_on_this_class_path_with_its_spring() {
        assertThatThrownBy(() ->
                        Class.forName("org.springframework.context.annotation.AnnotationConfigApplicationContext"))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
