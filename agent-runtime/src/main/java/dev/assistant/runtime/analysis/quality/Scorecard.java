package dev.assistant.runtime.analysis.quality;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How often reports are right, by category, as the OWASP Benchmark counts: a test is reported when a finding with its CWE stands
 * in it. Youden's index is the rate of true positives minus that of false positives: 0 is guessing, 1 is perfect.
 */
final class Scorecard {
    private final Map<String, Tally> categories = new TreeMap<>();

    void add(LabelledTest test, boolean reported) {
        categories.computeIfAbsent(test.category(), name -> new Tally()).add(test.vulnerable(), reported);
    }

    /** Means over categories. */
    record Means(double truePositiveRate, double falsePositiveRate, double youden) {}

    Means means() {
        return new Means(mean(Tally::truePositiveRate), mean(Tally::falsePositiveRate), mean(Tally::youden));
    }

    private double mean(ToDoubleFunction<Tally> rate) {
        return categories.values().stream().mapToDouble(rate).average().orElse(0);
    }

    /** As a table. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("category            TP   FN   FP   TN     TPR    FPR  Youden\n");
        categories.forEach((name, tally) -> table.append(tally.row(name)));
        Means means = means();
        return table.append("%-33s %10.3f  %.3f  %6.3f%n"
                        .formatted("mean", means.truePositiveRate(), means.falsePositiveRate(), means.youden()))
                .toString();
    }

    private static final class Tally {
        private int truePositives;
        private int falseNegatives;
        private int falsePositives;
        private int trueNegatives;

        void add(boolean vulnerable, boolean reported) {
            if (vulnerable) {
                truePositives += reported ? 1 : 0;
                falseNegatives += reported ? 0 : 1;
            } else {
                falsePositives += reported ? 1 : 0;
                trueNegatives += reported ? 0 : 1;
            }
        }

        double truePositiveRate() {
            return rate(truePositives, falseNegatives);
        }

        double falsePositiveRate() {
            return rate(falsePositives, trueNegatives);
        }

        double youden() {
            return truePositiveRate() - falsePositiveRate();
        }

        private static double rate(int hits, int misses) {
            return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
        }

        String row(String name) {
            return "%-17s %4d %4d %4d %4d   %5.3f  %5.3f  %6.3f%n"
                    .formatted(
                            name,
                            truePositives,
                            falseNegatives,
                            falsePositives,
                            trueNegatives,
                            truePositiveRate(),
                            falsePositiveRate(),
                            youden());
        }
    }
}
