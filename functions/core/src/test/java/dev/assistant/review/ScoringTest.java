package dev.assistant.review;

import static dev.assistant.review.Reports.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static Finding finding(Category category, Severity severity, double confidence) {
        return at("a.py", 1)
                .category(category)
                .severity(severity)
                .confidence(confidence)
                .finding("x = 1");
    }

    private static List<Integer> scores(List<Finding> findings, int lines) {
        Scores scores = Scoring.score(findings, lines);
        return List.of(scores.codeQuality(), scores.security(), scores.performance(), scores.maintainability());
    }

    @Test
    void gives_ten_when_nothing_was_found() {
        assertThat(scores(List.of(), 0)).containsOnly(10);
    }

    @Test
    void counts_each_category_for_its_own_scores() {
        assertThat(scores(List.of(finding(Category.SECURITY, Severity.HIGH, 0.8)), 100))
                .containsExactly(10, 6, 10, 10);
        assertThat(scores(List.of(finding(Category.BUG, Severity.HIGH, 0.8)), 100))
                .containsExactly(6, 10, 10, 10);
        assertThat(scores(List.of(finding(Category.STYLE, Severity.MEDIUM, 1)), 100))
                .containsExactly(8, 10, 10, 8);
    }

    @Test
    void never_calls_code_with_a_critical_finding_better_than_three_however_long_it_is() {
        assertThat(Scoring.score(List.of(finding(Category.SECURITY, Severity.CRITICAL, 0.1)), 1_000_000)
                        .security())
                .isEqualTo(3);
    }

    @Test
    void stays_from_zero_to_ten() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(finding(Category.SECURITY, Severity.CRITICAL, 1));
        }
        assertThat(Scoring.score(many, 1).security()).isZero();
    }

    @Test
    void never_rises_when_a_finding_is_added_or_made_worse_or_surer_nor_falls_with_more_lines() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<Finding> findings = new ArrayList<>();
            int size = random.nextInt(12);
            for (int i = 0; i < size; i++) {
                findings.add(any(random));
            }
            int lines = 1 + random.nextInt(5_000);
            List<Integer> before = scores(findings, lines);
            assertNoneAbove(scores(findings, lines), scores(findings, lines + 1 + random.nextInt(5_000)));

            Category category = anyOf(List.of(Category.values()), random);
            Severity worse = anyOf(List.of(Severity.values()), random);
            Severity severity = worse.milder();
            double confidence = random.nextDouble() * 0.9;
            List<Integer> added = scores(with(findings, finding(category, severity, confidence)), lines);
            assertNoneAbove(added, before);
            assertNoneAbove(scores(with(findings, finding(category, worse, confidence)), lines), added);
            assertNoneAbove(scores(with(findings, finding(category, severity, confidence + 0.1)), lines), added);
        }
    }

    private static void assertNoneAbove(List<Integer> scores, List<Integer> limits) {
        for (int i = 0; i < scores.size(); i++) {
            assertThat(scores.get(i)).isLessThanOrEqualTo(limits.get(i));
        }
    }

    private static List<Finding> with(List<Finding> findings, Finding one) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(one);
        return more;
    }

    private static Finding any(Random random) {
        return finding(
                anyOf(List.of(Category.values()), random),
                anyOf(List.of(Severity.values()), random),
                random.nextDouble());
    }

    private static <T> T anyOf(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
