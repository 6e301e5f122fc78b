package dev.assistant.runtime.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Evidence;
import dev.assistant.review.Fix;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.analysis.patterns.PatternEngine;
import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProvenFixesTest {
    private static final SourceFile FILE = new SourceFile(
            "flat.py", Language.PYTHON, "def flat(groups):\n    total = 0\n    return sum(groups, []), total\n");

    private final PatternEngine engine = new PatternEngine(SyntaxParser.Limits.usual());

    @Test
    void a_fix_that_applies_parses_and_helps_is_kept() throws Exception {
        List<Evidence> evidence = engine.analyse(List.of(FILE)).evidence();

        assertThat(evidence).hasSize(1).allMatch(report -> report.fix().isPresent());
        assertThat(proven(evidence.getFirst())).isPresent();
    }

    @Test
    void a_fix_that_changes_something_else_is_not_offered() throws Exception {
        assertThat(proven(with("total = 1", new TextRange(2, 5, 2, 14)))).isEmpty();
    }

    @Test
    void a_fix_that_breaks_the_file_is_not_offered() throws Exception {
        assertThat(proven(with("chain((groups", new TextRange(3, 12, 3, 27)))).isEmpty();
    }

    @Test
    void a_fix_outside_the_file_is_not_offered() throws Exception {
        assertThat(proven(with("x", new TextRange(30, 1, 30, 2)))).isEmpty();
    }

    @Test
    void a_fix_that_brings_something_else_up_is_not_offered() throws Exception {
        assertThat(proven(with("sorted(groups)[0]", new TextRange(3, 12, 3, 27))))
                .isEmpty();
    }

    private Optional<Fix> proven(Evidence report) throws InterruptedException {
        return new ProvenFixes()
                .of(engine, List.of(FILE), List.of(report))
                .getFirst()
                .fix();
    }

    private Evidence with(String replacement, TextRange range) throws InterruptedException {
        Evidence found = engine.analyse(List.of(FILE)).evidence().getFirst();
        return new Evidence(
                found.engine(),
                found.ruleId(),
                found.severity(),
                found.category(),
                found.path(),
                found.range(),
                found.message(),
                found.suggestion(),
                Optional.of(new Fix("another", range, replacement)),
                found.cwe(),
                found.confidence(),
                found.related());
    }
}
