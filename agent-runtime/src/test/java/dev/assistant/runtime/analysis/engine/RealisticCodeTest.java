package dev.assistant.runtime.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Category;
import dev.assistant.review.Evidence;
import dev.assistant.review.Language;
import dev.assistant.review.Severity;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.analysis.patterns.PatternEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Services as people write them, each weakness beside code that does the same safely. A line with a weakness ends in a comment
 * {@code BAD CWE-…}, with several ids where more than one names it, or in {@code PACK CWE-…} where only the embedded analysers
 * find it; all other lines are fine.
 */
class RealisticCodeTest {
    private static final Path CORPUS = Path.of("src/test/resources/realistic");
    private static final Pattern MARK = Pattern.compile("BAD (CWE-\\d+(?:\\|CWE-\\d+)*)");
    private static final List<AnalysisEngine> ENGINES =
            List.of(new SourceCodeEngine(SyntaxParser.Limits.usual()), new PatternEngine(SyntaxParser.Limits.usual()));

    static Stream<SourceFile> services() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile).map(RealisticCodeTest::read).toList().stream();
        }
    }

    private static SourceFile read(Path path) {
        String name = path.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        Language language = Arrays.stream(Language.values())
                .filter(known -> known.extensions().contains(ending))
                .findFirst()
                .orElseThrow();
        try {
            return new SourceFile(name, language, Files.readString(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void finds_each_weakness_on_its_line_and_nothing_in_the_safe_twins(SourceFile service) throws InterruptedException {
        List<Evidence> found = new ArrayList<>();
        for (AnalysisEngine engine : ENGINES) {
            found.addAll(engine.analyse(List.of(service)).evidence());
        }

        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        String[] lines = service.content().split("\n");
        for (int i = 0; i < lines.length; i++) {
            int number = i + 1;
            List<Evidence> here = found.stream()
                    .filter(evidence -> evidence.range().startLine() == number)
                    .toList();
            Matcher mark = MARK.matcher(lines[i]);
            if (mark.find()) {
                List<String> wanted = List.of(mark.group(1).split("\\|"));
                if (here.stream().noneMatch(evidence -> evidence.cwe().stream().anyMatch(wanted::contains))) {
                    missed.add(number + " " + mark.group(1));
                }
            } else {
                here.stream()
                        .filter(evidence -> evidence.category() == Category.SECURITY
                                && evidence.severity().atLeast(Severity.MEDIUM))
                        .forEach(evidence -> wrong.add(number + " " + evidence.ruleId()));
            }
        }
        assertThat(missed).as("missed in " + service.path()).isEmpty();
        assertThat(wrong).as("wrongly reported in " + service.path()).isEmpty();
    }
}
