package dev.assistant.localstack.observe.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Metrics of several parts as one text in Prometheus' format, version 0.0.4. The label {@code part} of a sample says whose it is;
 * a metric that several have is described once, as the format demands.
 */
public final class Exposition {
    private static final String DESCRIPTION = "# ";

    private Exposition() {}

    /** @param texts of each part; what is no line of the format is left out */
    public static String of(SortedMap<String, String> texts) {
        SortedMap<String, Metric> metrics = new TreeMap<>();
        texts.forEach((part, text) -> {
            Metric metric = new Metric(); // what comes before any description
            for (String line : text.lines().toList()) {
                String[] words = line.split(" ", 4); // # TYPE name rest
                if (line.startsWith(DESCRIPTION) && words.length == 4) {
                    metric = metrics.computeIfAbsent(words[2], name -> new Metric());
                    metric.descriptions.putIfAbsent(words[1], line);
                } else if (Series.isSample(line)) {
                    metric.samples.add(labelled(line, part));
                }
            }
        });
        return metrics.values().stream().flatMap(Metric::lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String labelled(String sample, String part) {
        String label = "{part=\"" + part + "\"";
        return sample.contains("{") ? sample.replaceFirst("\\{", label + ",") : sample.replaceFirst(" ", label + "} ");
    }

    private static final class Metric {
        private final Map<String, String> descriptions = new LinkedHashMap<>();
        private final List<String> samples = new ArrayList<>();

        Stream<String> lines() {
            return Stream.concat(descriptions.values().stream(), samples.stream());
        }
    }
}
