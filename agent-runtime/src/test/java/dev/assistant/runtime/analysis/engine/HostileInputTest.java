package dev.assistant.runtime.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class HostileInputTest {
    private static final SourceCodeEngine ENGINE = new SourceCodeEngine(SyntaxParser.Limits.usual());
    private static final int DEEP = 100_000;

    private static final SourceFile VULNERABLE = new SourceFile("app.py", Language.PYTHON, """
            import os
            from flask import request
            os.system(request.args["x"])
            """);

    record Hostile(String name, SourceFile file) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                python("brackets", "x = " + "(".repeat(DEEP) + ")".repeat(DEEP)),
                python("open brackets", "[".repeat(DEEP)),
                python("calls", "x = " + "f(".repeat(DEEP) + ")".repeat(DEEP)),
                python("a chain of calls", "x = a" + ".b()".repeat(DEEP)),
                python("a sum", "x = a" + " + a".repeat(DEEP)),
                python("ands", "x = a" + " and a".repeat(20_000)),
                python("not", "x = " + "not ".repeat(DEEP) + "a"),
                python(
                        "nested ifs",
                        IntStream.range(0, 2000)
                                .mapToObj(i -> " ".repeat(i) + "if a:\n")
                                .collect(Collectors.joining())),
                python("elifs", "if a:\n  b()\n" + "elif a:\n  b()\n".repeat(5000)),
                python("many branches", "def f(a):\n" + "  if a: b = a\n  else: b = 1\n".repeat(5000)),
                python("calls that double", doubling()),
                python("binary", "\u0000\u0001\uFFFD\uD800".repeat(50_000)),
                new Hostile("javascript brackets", new SourceFile("a.js", Language.JAVASCRIPT, "[".repeat(DEEP))),
                new Hostile(
                        "javascript functions",
                        new SourceFile("a.js", Language.JAVASCRIPT, "(function(){".repeat(20_000))),
                new Hostile(
                        "java additions",
                        new SourceFile("A.java", Language.JAVA, "class A { int x = 1" + " + 1".repeat(DEEP) + "; }")),
                new Hostile(
                        "java blocks",
                        new SourceFile("A.java", Language.JAVA, "class A { void m() " + "{".repeat(DEEP))));
    }

    private static Hostile python(String name, String code) {
        return new Hostile(name, new SourceFile("hostile.py", Language.PYTHON, code));
    }

    private static String doubling() {
        StringBuilder code = new StringBuilder("def f0(x): return x\n");
        for (int i = 1; i < 60; i++) {
            code.append("def f%d(x): return f%d(x) + f%d(x)\n".formatted(i, i - 1, i - 1));
        }
        return code.append("from flask import request\neval(f59(request.args))\n")
                .toString();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void still_finds_what_is_wrong_in_other_files(Hostile hostile) throws InterruptedException {
        Analysis analysis = ENGINE.analyse(List.of(hostile.file(), VULNERABLE));

        assertThat(analysis.evidence())
                .filteredOn(evidence -> evidence.path().equals("app.py"))
                .extracting(evidence -> evidence.ruleId())
                .contains("python/command-injection");
    }

    @Test
    void names_a_file_that_is_too_long() throws InterruptedException {
        SourceFile huge = new SourceFile("huge.js", Language.JAVASCRIPT, "a=1;".repeat(2_500_000));

        Analysis analysis = ENGINE.analyse(List.of(huge, VULNERABLE));

        assertThat(analysis.unread()).extracting(file -> file.path()).containsExactly("huge.js");
        assertThat(analysis.evidence()).isNotEmpty();
    }

    @Test
    void names_a_file_that_is_no_program_of_its_language() throws InterruptedException {
        String prose = "It was the best of times; it was the worst of times: we had everything before us!\n".repeat(20);
        List<SourceFile> files = Stream.of(Language.PYTHON, Language.TYPESCRIPT, Language.JAVA)
                .map(language -> new SourceFile("prose." + language.extensions().getFirst(), language, prose))
                .toList();

        Analysis analysis = ENGINE.analyse(files);

        assertThat(analysis.unread())
                .extracting(file -> file.path() + ": " + file.reason())
                .containsExactlyInAnyOrder(
                        "prose.py: much of it could not be parsed",
                        "prose.ts: much of it could not be parsed",
                        "prose.java: much of it could not be parsed");
    }

    @Test
    void names_a_file_that_nests_too_deeply() throws InterruptedException {
        Analysis analysis = ENGINE.analyse(List.of(
                python("deep", "x = " + "f(".repeat(1000) + ")".repeat(1000)).file()));

        assertThat(analysis.unread())
                .extracting(file -> file.reason())
                .containsExactly("some code nests too deeply for data-flow analysis");
    }
}
