package dev.assistant.runtime.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Agents, conversations and workflows do not know the library that models are spoken to with. */
class LibraryBoundaryTest {
    private static final String LIBRARY = "dev.langchain4j..";

    /** One package for each of its three uses: models, tools over MCP, and the embedding of code. */
    private static final String[] ITS_USERS = {
        "dev.assistant.runtime.model", "dev.assistant.runtime.tool", "dev.assistant.runtime.codebase.embedding"
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.assistant.runtime");

    @Test
    void three_packages_know_the_library() {
        rule(ITS_USERS).check(classes);
    }

    @Test
    void the_rule_notices_each_package_that_uses_it() {
        for (String user : ITS_USERS) {
            assertThatThrownBy(() -> rule(user + ".none").check(classes))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(user);
        }
    }

    private static ArchRule rule(String... users) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LIBRARY);
    }
}
