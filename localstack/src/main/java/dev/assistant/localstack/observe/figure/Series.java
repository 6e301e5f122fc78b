package dev.assistant.localstack.observe.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One time series: a metric's name and its labels. */
public record Series(String name, Map<String, String> labels) {
    private static final Pattern SAMPLE =
            Pattern.compile("(?<name>[A-Za-z_:][\\w:]*)(?:\\{(?<labels>.*)})? (?<value>\\S+)(?: -?\\d+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    public Series {
        labels = Map.copyOf(labels);
    }

    /** A label's value; empty when the series has not got it. */
    public Optional<String> label(String label) {
        return Optional.ofNullable(labels.get(label));
    }

    static boolean isSample(String line) {
        return !line.startsWith("#") && SAMPLE.matcher(line).matches();
    }

    /** Reads Prometheus' text format, version 0.0.4; lines that are none of its samples are left out. */
    public static Map<Series, Double> parse(String text) {
        Map<Series, Double> samples = new HashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).map(SAMPLE::matcher).forEach(line -> {
            if (line.matches()) {
                Map<String, String> labels =
                        labels(Optional.ofNullable(line.group("labels")).orElse(""));
                samples.put(new Series(line.group("name"), labels), number(line.group("value")));
            }
        });
        return samples;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(
                    label.group(1),
                    label.group(2).replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\"));
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
