package dev.assistant.runtime.analysis.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.engine.SourceCodeEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code as it should be, with its frameworks in proper use, one folder a language: our own analysers stay silent about it. */
@Timeout(120)
class CleanCodeTest {
    private static final Path CORPUS = Path.of("src/test/resources/clean");
    private static final List<AnalysisEngine> ENGINES =
            List.of(new PatternEngine(SyntaxParser.Limits.usual()), new SourceCodeEngine(SyntaxParser.Limits.usual()));

    static Stream<Language> languages() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            List<Language> languages = folders.filter(Files::isDirectory)
                    .map(folder ->
                            Language.byId(folder.getFileName().toString()).orElseThrow())
                    .sorted()
                    .toList();
            assertThat(languages).hasSizeGreaterThan(15);
            return languages.stream();
        }
    }

    /** Of medium severity and above; how many there may be in 1,000 lines is in the ratchet, which is only turned down. */
    @ParameterizedTest
    @MethodSource("languages")
    void clean_code_has_no_more_findings_than_the_ratchet_allows(Language language) throws Exception {
        List<SourceFile> files = files(language);
        int lines = files.stream().mapToInt(SourceFile::lines).sum();
        List<Evidence> worth = new ArrayList<>();
        for (AnalysisEngine engine : ENGINES) {
            Analysis analysis = engine.analyse(files);
            assertThat(analysis.unread()).isEmpty();
            analysis.evidence().stream()
                    .filter(report -> report.severity().atLeast(Severity.MEDIUM))
                    .forEach(worth::add);
        }

        double rate = worth.size() * 1_000.0 / lines;
        System.out.printf("%s: %.1f findings in 1,000 of %,d lines%n", language.title(), rate, lines);
        assertThat(rate)
                .as(worth.stream()
                        .map(report -> report.ruleId() + " " + report.path() + ":"
                                + report.range().startLine())
                        .toList()
                        .toString())
                .isLessThanOrEqualTo(allowed(language));
    }

    private static double allowed(Language language) throws IOException {
        Properties ratchet = new Properties();
        try (Reader file = Files.newBufferedReader(CORPUS.resolve("ratchet.properties"))) {
            ratchet.load(file);
        }
        return Double.parseDouble(ratchet.getProperty(language.id()));
    }

    private static List<SourceFile> files(Language language) throws IOException {
        Path folder = CORPUS.resolve(language.id());
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> new SourceFile(folder.relativize(path).toString(), language, read(path)))
                    .toList();
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
