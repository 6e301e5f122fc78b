package dev.assistant.runtime.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.review.Category;
import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestCodeTest {
    private static final SourceCodeEngine ENGINE = new SourceCodeEngine(SyntaxParser.Limits.usual());

    private static final String CALLER = """
            from flask import request
            from app.shell import show

            def view():
                show(request.args["name"])
            """;

    private static final String SHELL = """
            import os

            def show(name):
                os.system("cat " + name)
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/java/app/A.java",
                "pkg/store_test.go",
                "pkg/testdata/a.go",
                "web/cart.spec.ts",
                "e2e/login.ts",
                "tests/test_app.py",
                "src/OrderTests.cs",
                "spec/user_spec.rb"
            })
    void tests_are_known_by_their_paths(String path) {
        assertThat(TestCode.isAt(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/app/Test1.java",
                "app/contest/vote.py",
                "latest/a.go",
                "app/attestation.ts",
                "web/testimonials.js"
            })
    void other_code_is_not_taken_for_tests(String path) {
        assertThat(TestCode.isAt(path)).isFalse();
    }

    @Test
    void what_only_a_test_does_wrong_weighs_less() throws Exception {
        assertThat(weighed(file("tests/helpers.py", SHELL)))
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.severity()).isGreaterThanOrEqualTo(Severity.MEDIUM));
    }

    @Test
    void a_test_does_not_settle_what_a_function_is_called_with() throws Exception {
        assertThat(weighed(file("app/shell.py", SHELL), file("tests/test_shell.py", CALLER)))
                .extracting(Evidence::path, Evidence::severity)
                .containsExactly(tuple("app/shell.py", Severity.HIGH));
    }

    @Test
    void what_a_test_passes_into_the_product_is_the_tests_affair() throws Exception {
        SourceFile test = file("tests/test_accounts.py", """
                import random
                from app.accounts import join

                join(random.choice("abc"))
                join("Correct-horse-7")
                """);

        assertThat(weighed(test, file("app/accounts.py", """
                        def join(word):
                            password = word
                        """))).isEmpty();
    }

    @Test
    void a_test_beside_it_hides_no_flow_of_the_product() throws Exception {
        assertThat(weighed(
                        file("tests/test_shell.py", CALLER), file("app/main.py", CALLER), file("app/shell.py", SHELL)))
                .extracting(Evidence::path, Evidence::severity)
                .containsExactly(tuple("app/shell.py", Severity.CRITICAL));
    }

    @Test
    void a_key_weighs_the_same_in_a_test() {
        Evidence key = report("text/private-key", "tests/key.pem");

        assertThat(TestCode.weighed(key)).isEqualTo(key);
        assertThat(TestCode.weighed(report("python/weak-hash", "tests/key.py")).severity())
                .isEqualTo(Severity.INFO);
    }

    private static Evidence report(String rule, String path) {
        return new Evidence(
                "patterns",
                rule,
                Severity.MEDIUM,
                Category.SECURITY,
                path,
                new TextRange(1, 1, 1, 2),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                1,
                List.of());
    }

    private static List<Evidence> weighed(SourceFile... files) throws InterruptedException {
        return ENGINE.analyse(List.of(files)).evidence().stream()
                .map(TestCode::weighed)
                .toList();
    }

    private static SourceFile file(String path, String code) {
        return new SourceFile(path, Language.PYTHON, code);
    }
}
