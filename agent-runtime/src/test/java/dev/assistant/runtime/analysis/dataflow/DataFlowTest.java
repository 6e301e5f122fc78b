package dev.assistant.runtime.analysis.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.dataflow.model.Weakness;
import dev.assistant.runtime.analysis.dataflow.model.Weaknesses;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataFlowTest {
    private static final SourceCodeEngine ENGINE = new SourceCodeEngine(SyntaxParser.Limits.usual());

    /** What the examples are about; they break rules on library use in passing. */
    private static final Set<String> WEAKNESSES =
            Weaknesses.load().all().stream().map(Weakness::id).collect(Collectors.toSet());

    private static final String UNUSUAL = "😀 two units, one sign";

    static Stream<FlowCase> cases() {
        return Stream.of(
                        FlowCase.load(Language.PYTHON, "python-weaknesses.yaml"),
                        FlowCase.load(Language.PYTHON, "python-language.yaml"),
                        FlowCase.load(Language.PYTHON, "python-files.yaml"),
                        FlowCase.load(Language.JAVASCRIPT, "javascript.yaml"),
                        FlowCase.load(Language.JAVASCRIPT, "javascript-frameworks.yaml"),
                        FlowCase.load(Language.PYTHON, "python-frameworks.yaml"),
                        FlowCase.load(Language.JAVA, "java.yaml"),
                        FlowCase.load(Language.JAVA, "java-frameworks.yaml"),
                        FlowCase.load(Language.KOTLIN, "kotlin.yaml"),
                        FlowCase.load(Language.C, "c.yaml"),
                        FlowCase.load(Language.CPP, "cpp.yaml"),
                        FlowCase.load(Language.GO, "go.yaml"),
                        FlowCase.load(Language.PHP, "php.yaml"),
                        FlowCase.load(Language.CSHARP, "csharp.yaml"),
                        FlowCase.load(Language.RUBY, "ruby.yaml"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds_exactly_the_marked_sinks(FlowCase example) throws InterruptedException {
        assertThat(found(example.files())).containsExactlyInAnyOrderElementsOf(example.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds_the_same_on_shifted_lines_with_other_line_ends_and_a_byte_order_mark(FlowCase example)
            throws InterruptedException {
        List<SourceFile> changed = example.files().stream()
                .map(file -> new SourceFile(
                        file.path(),
                        file.language(),
                        "\uFEFF" + comment(file.language()) + "\r\n\r\n"
                                + file.content().replace("\n", "\r\n")))
                .toList();
        List<String> expected = new FlowCase("", changed).expected();

        assertThat(found(changed)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String comment(Language language) {
        return switch (language) {
            case PYTHON, RUBY -> "# " + UNUSUAL;
            case PHP -> "<?php // " + UNUSUAL + " ?>";
            default -> "// " + UNUSUAL;
        };
    }

    private static List<String> found(List<SourceFile> files) throws InterruptedException {
        return ENGINE.analyse(files).evidence().stream()
                .filter(evidence -> WEAKNESSES.contains(name(evidence)))
                .map(evidence -> evidence.path() + ":" + evidence.range().startLine() + " " + name(evidence))
                .toList();
    }

    private static String name(Evidence evidence) {
        return evidence.ruleId().substring(evidence.ruleId().indexOf('/') + 1);
    }

    @Test
    void tells_the_way_from_source_to_sink_step_by_step() throws InterruptedException {
        Evidence evidence = only("""
                from flask import request
                import sqlite3

                def find(cursor):
                    name = request.args.get("name")
                    query = "SELECT * FROM users WHERE name = '" + name + "'"
                    cursor.execute(query)
                """);

        assertThat(evidence.message())
                .isEqualTo("User input from request.args becomes part of the SQL that cursor.execute() runs.");
        assertThat(evidence.related())
                .extracting(step -> step.range().startLine() + " " + step.message())
                .containsExactly(
                        "5 comes from request.args",
                        "5 is kept in name",
                        "6 is put into a string",
                        "6 is kept in query",
                        "7 reaches cursor.execute()");
        assertThat(evidence.cwe()).containsExactly("CWE-89");
    }

    @Test
    void marks_the_call_from_its_name_to_its_closing_bracket() throws InterruptedException {
        Evidence evidence = only("""
                from flask import request

                def find(cursor):
                \tlabel = "😀"; cursor.execute("SELECT " + request.args["x"])
                """);

        assertThat(evidence.range().startLine()).isEqualTo(4);
        assertThat(evidence.range().startColumn()).isEqualTo(23);
        assertThat(evidence.range().endColumn()).isEqualTo(61);
    }

    @Test
    void is_one_step_milder_about_parameters_of_functions_that_nobody_calls() throws InterruptedException {
        Evidence evidence = only("""
                def find(cursor, name):
                    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")
                """);

        assertThat(evidence.severity().id()).isEqualTo("high");
        assertThat(evidence.confidence()).isLessThan(0.6);
        assertThat(evidence.message()).startsWith("The parameter name ");
    }

    private static Evidence only(String code) throws InterruptedException {
        List<Evidence> evidence = ENGINE.analyse(List.of(new SourceFile("app.py", Language.PYTHON, code)))
                .evidence();
        assertThat(evidence).hasSize(1);
        return evidence.getFirst();
    }
}
