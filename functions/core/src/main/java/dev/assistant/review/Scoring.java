package dev.assistant.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Scores a review from its findings alone.
 *
 * <p>Each score looks at the findings of its categories:
 *
 * <table>
 * <caption>Which categories count for which score</caption>
 * <tr><td>security</td><td>security</td></tr>
 * <tr><td>performance</td><td>performance</td></tr>
 * <tr><td>maintainability</td><td>maintainability, style, documentation</td></tr>
 * <tr><td>code quality</td><td>all but security and performance, which have scores of their own</td></tr>
 * </table>
 *
 * <p>The load is the sum over these findings of weight × confidence, with the weights critical 10, high 5, medium 2, low 0.5,
 * info 0.1. The code bears a load of 10 × √(lines / 100), never less than 10: more code may hold more, but less than in
 * proportion, so that one bad flaw still shows in a large submission. With the load at what the code bears, half the points
 * are gone:
 *
 * <pre>score = 10 / (1 + load / bears), at most 3 with a critical finding, 6 with a high, 8 with a medium, 9 with a low one</pre>
 *
 * <p>rounded to a whole number. So a score never rises when a finding is added, becomes worse or becomes more certain, and
 * never falls when the same findings stand in more code.
 */
public final class Scoring {
    private static final double BEARS = 10;
    private static final double LINES = 100;

    private Scoring() {}

    /**
     * The scores of a review.
     *
     * @param findings all that were found, shown or not
     * @param lines how many lines were reviewed
     */
    public static Scores score(List<Finding> findings, int lines) {
        return new Scores(
                score(findings, EnumSet.complementOf(EnumSet.of(Category.SECURITY, Category.PERFORMANCE)), lines),
                score(findings, EnumSet.of(Category.SECURITY), lines),
                score(findings, EnumSet.of(Category.PERFORMANCE), lines),
                score(findings, EnumSet.of(Category.MAINTAINABILITY, Category.STYLE, Category.DOCUMENTATION), lines));
    }

    private static int score(List<Finding> findings, Set<Category> categories, int lines) {
        List<Finding> counted = findings.stream()
                .filter(finding -> categories.contains(finding.category()))
                .toList();
        double load = counted.stream()
                .mapToDouble(finding -> weight(finding.severity()) * finding.confidence())
                .sum();
        double bears = BEARS * Math.sqrt(Math.max(lines, LINES) / LINES);
        int most = counted.stream()
                .mapToInt(finding -> most(finding.severity()))
                .min()
                .orElse(10);
        return (int) Math.min(most, Math.round(10 / (1 + load / bears)));
    }

    private static double weight(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 10;
            case HIGH -> 5;
            case MEDIUM -> 2;
            case LOW -> 0.5;
            case INFO -> 0.1;
        };
    }

    private static int most(Severity worst) {
        return switch (worst) {
            case CRITICAL -> 3;
            case HIGH -> 6;
            case MEDIUM -> 8;
            case LOW -> 9;
            case INFO -> 10;
        };
    }
}
