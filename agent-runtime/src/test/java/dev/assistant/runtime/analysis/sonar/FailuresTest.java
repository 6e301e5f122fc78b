package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.AnalysisEngine.UnreadFile;
import dev.assistant.runtime.analysis.sonar.SharedPack.Pack;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hurts the real plugins costs one file. */
@ExtendWith(SharedPack.class)
@Timeout(120)
class FailuresTest {
    private static final SourceFile FLAWED =
            new SourceFile("shop/flawed.py", Language.PYTHON, "def f(x):\n    x = x\n    return x\n");

    private final Pack pack;

    FailuresTest(Pack pack) {
        this.pack = pack;
    }

    static Stream<SourceFile> unparsable() {
        return Stream.of(
                new SourceFile("a.py", Language.PYTHON, "ok = 1\ndef f(:\n"),
                new SourceFile("A.java", Language.JAVA, "class A {\n    int x = ;\n}\n"),
                new SourceFile("a.js", Language.JAVASCRIPT, "let ok = 1;\nfunction ( {\n"),
                new SourceFile("a.ts", Language.TYPESCRIPT, "let ok = 1;\nclass { =\n"),
                new SourceFile("a.css", Language.CSS, "a { color: red; }\nb {\n"),
                new SourceFile("a.php", Language.PHP, "<?php\nfunction ( {\n"),
                new SourceFile("a.go", Language.GO, "package a\nfunc ( {\n"),
                new SourceFile("a.xml", Language.XML, "<a>\n<b></a>\n"));
    }

    @ParameterizedTest
    @MethodSource("unparsable")
    void names_a_file_that_cannot_be_parsed(SourceFile file) throws Exception {
        Analysis analysis = pack.analyse(file);

        assertThat(analysis.unread()).extracting(UnreadFile::path).containsExactly(file.path());
        assertThat(analysis.unread().getFirst().reason()).startsWith("it could not be parsed");
    }

    @Test
    void says_at_which_line_it_gave_up() throws Exception {
        Analysis analysis = pack.analyse(new SourceFile("a.py", Language.PYTHON, "ok = 1\ndef f(:\n"));

        assertThat(analysis.unread()).extracting(UnreadFile::reason).containsExactly("it could not be parsed (line 2)");
    }

    @Test
    void a_file_that_breaks_the_plugin_costs_only_itself() throws Exception {
        SourceFile killer =
                new SourceFile("shop/killer.py", Language.PYTHON, "x = " + "not ".repeat(20_000) + "True\n");
        SourceFile last = new SourceFile("shop/last.py", Language.PYTHON, FLAWED.content());

        Analysis analysis = pack.analyse(FLAWED, killer, last);

        assertThat(analysis.evidence()).extracting(Evidence::path).containsExactly(FLAWED.path(), last.path());
        assertThat(analysis.unread()).containsExactly(new UnreadFile("shop/killer.py", "the analysis broke down"));
    }

    @Test
    void does_not_parse_what_is_nested_too_deep() throws Exception {
        SourceFile deep = new SourceFile(
                "a.go", Language.GO, "package a\nvar x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "\n");

        Analysis analysis = pack.analyse(deep, FLAWED);

        assertThat(analysis.unread())
                .containsExactly(new UnreadFile("a.go", "its brackets are nested more than 200 deep", true));
        assertThat(analysis.evidence()).extracting(Evidence::path).containsExactly(FLAWED.path());
    }

    @Test
    void an_interrupted_caller_comes_back_at_once_and_the_next_is_served() throws Exception {
        String code = IntStream.range(0, 8_000)
                .mapToObj("def f%d(a, b):\n    return a + b\n"::formatted)
                .reduce("", String::concat);
        SourceFile large = new SourceFile("large.py", Language.PYTHON, code);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pack.analyse(large)).isInstanceOf(InterruptedException.class);

        assertThat(pack.analyse(FLAWED).evidence()).extracting(Evidence::ruleId).containsExactly("python:S1656");
    }

    @Test
    void files_that_no_plugin_reads_are_ignored() throws Exception {
        Analysis analysis = pack.analyse(new SourceFile("a.rb", Language.RUBY, "puts 1\n"));

        assertThat(analysis).isEqualTo(new Analysis(List.of(), List.of()));
    }

    @Test
    void finds_secrets_in_any_file() throws Exception {
        SourceFile file =
                new SourceFile("deploy.rb", Language.RUBY, "# deploys\nAWS_ACCESS_KEY_ID = 'AKIAIGKECZXA7AEIJLMQ'\n");

        Analysis analysis = pack.secrets().analyse(List.of(file));

        assertThat(analysis.evidence())
                .extracting(Evidence::ruleId, evidence -> evidence.range().startLine(), Evidence::cwe)
                .containsExactly(tuple("secrets:S6290", 2, List.of("CWE-259", "CWE-798")));
    }

    @Test
    void strange_paths_are_no_obstacle() throws Exception {
        List<String> paths = List.of(
                "größe/🎈 \uD800.ts", "x".repeat(400) + ".ts", "a%20b?c#d'\"$(e).ts", "twin.ts", "twin.ts/inside.ts");
        SourceFile[] files = paths.stream()
                .map(path -> new SourceFile(path, Language.TYPESCRIPT, "let a = 1;\na = a;\nexport { a };\n"))
                .toArray(SourceFile[]::new);

        Analysis analysis = pack.analyse(files);

        assertThat(analysis.unread()).isEmpty();
        assertThat(analysis.evidence())
                .filteredOn(evidence -> evidence.ruleId().equals("typescript:S1656"))
                .extracting(Evidence::path)
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    void names_without_an_ending_are_no_obstacle() throws Exception {
        for (Sample sample : Sample.all().toList()) {
            if (sample.file().language() != Language.XML) {
                SourceFile nameless = new SourceFile(
                        "snippet", sample.file().language(), sample.file().content());
                assertThat(pack.analyse(nameless).evidence())
                        .extracting(Evidence::ruleId, Evidence::path)
                        .contains(tuple(sample.rule(), "snippet"));
            }
        }
    }
}
