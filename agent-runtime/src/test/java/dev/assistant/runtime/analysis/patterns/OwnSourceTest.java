package dev.assistant.runtime.analysis.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Suppressions;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The product's own source is the clean code on which the rules stay nearly silent: a ratchet, to be turned down only. */
@Timeout(300)
class OwnSourceTest {
    /** Findings of medium severity and above for each 1,000 lines. */
    private static final double MOST = 0.05;

    private static final List<String> SOURCES = List.of(
            "functions/core/src/main",
            "functions/adapters/src/main",
            "functions/api/src/main/java",
            "functions/realtime/src/main",
            "agent-runtime/src/main/java",
            "infrastructure-cdk/src/main",
            "localstack/src/main",
            "frontend/src");

    private final PatternEngine engine = new PatternEngine(SyntaxParser.Limits.usual());

    @Test
    void the_rules_are_nearly_silent_on_the_products_own_source() throws Exception {
        List<SourceFile> files = SOURCES.stream()
                .flatMap(folder -> read(Path.of("..").resolve(folder)).stream())
                .toList();
        int lines = files.stream().mapToInt(SourceFile::lines).sum();

        Analysis analysis = engine.analyse(files);
        List<Evidence> worth = Suppressions.in(files).apply(analysis.evidence()).kept().stream()
                .filter(report -> report.severity().atLeast(Severity.MEDIUM))
                .toList();

        double rate = worth.size() * 1_000.0 / lines;
        System.out.printf("%.3f findings in 1,000 of %,d lines%n", rate, lines);
        worth.forEach(report -> System.out.println(
                report.ruleId() + " " + report.path() + ":" + report.range().startLine()));
        assertThat(lines).isGreaterThan(10_000);
        assertThat(analysis.unread()).isEmpty();
        assertThat(rate).isLessThanOrEqualTo(MOST);
    }

    private static List<SourceFile> read(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<SourceFile> files = new ArrayList<>();
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                Optional<Language> language = language(path.getFileName().toString());
                if (language.isPresent()) {
                    files.add(new SourceFile(path.toString(), language.get(), Files.readString(path)));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Language> language(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(Language.values())
                .filter(language -> language != Language.JSON && language != Language.MARKDOWN)
                .filter(language -> language.extensions().contains(ending))
                .findFirst();
    }
}
