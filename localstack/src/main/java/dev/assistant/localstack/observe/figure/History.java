package dev.assistant.localstack.observe.figure;

import dev.assistant.localstack.observe.figure.Line.As;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** All samples of the last half hour, and figures made of them. Thread-safe. */
public final class History {
    static final Duration KEPT = Duration.ofMinutes(30);

    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);
    /** Shares of a few requests jump; Prometheus' rules use the same window. */
    private static final Duration SHARE_WINDOW = Duration.ofMinutes(5);

    private static final double PERCENT = 100;
    private static final double MILLIS_A_MINUTE = 60_000;

    private final Deque<Snapshot> snapshots = new ArrayDeque<>();

    private record Snapshot(Instant time, Map<Series, Double> samples) {}

    /** A figure at a moment. */
    public record Point(Instant time, double value) {}

    /** How a figure went; oldest first. */
    public record Curve(String label, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }

        public Optional<Point> last() {
            return points.isEmpty() ? Optional.empty() : Optional.of(points.getLast());
        }
    }

    /** Adds what was measured now; must not be older than what was added before. */
    public synchronized void add(Instant time, Map<Series, Double> samples) {
        snapshots.addLast(new Snapshot(time, Map.copyOf(samples)));
        while (snapshots.getFirst().time().isBefore(time.minus(KEPT))) {
            snapshots.removeFirst();
        }
    }

    /** When the oldest samples that are kept were taken. */
    public synchronized Optional<Instant> begin() {
        return Optional.ofNullable(snapshots.peekFirst()).map(Snapshot::time);
    }

    /** The names of all metrics that were seen last. */
    public synchronized List<String> names() {
        return snapshots.isEmpty()
                ? List.of()
                : snapshots.getLast().samples().keySet().stream()
                        .map(Series::name)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** How a figure went in all the time that is kept. */
    List<Curve> curves(Line line) {
        return curves(line, Instant.MIN);
    }

    /** How a figure went since, apart for each value of its label; a moment at which it was not known is left out. */
    public synchronized List<Curve> curves(Line line, Instant from) {
        SortedMap<String, List<Point>> curves = new TreeMap<>();
        List<Snapshot> all = List.copyOf(snapshots);
        for (int i = 0; i < all.size(); i++) {
            Instant time = all.get(i).time();
            if (time.isBefore(from)) {
                continue;
            }
            figures(line, all, i)
                    .forEach((label, value) -> curves.computeIfAbsent(label, key -> new ArrayList<>())
                            .add(new Point(time, value)));
        }
        return curves.entrySet().stream()
                .map(curve -> new Curve(curve.getKey(), curve.getValue()))
                .toList();
    }

    private static SortedMap<String, Double> figures(Line line, List<Snapshot> all, int index) {
        return switch (line.as()) {
            case VALUE -> grouped(line, line.metric(), all.get(index).samples(), Math::max);
            case SUM -> grouped(line, line.metric(), all.get(index).samples(), Double::sum);
            case RATE -> rates(line, all, index);
            case PERCENT -> percentage(line, all, index);
            case P50, P95, P99 -> quantiles(line, all, index);
        };
    }

    private static SortedMap<String, Double> rates(Line line, List<Snapshot> all, int index) {
        Snapshot since = windowStart(all, index, RATE_WINDOW);
        double minutes = Duration.between(since.time(), all.get(index).time()).toMillis() / MILLIS_A_MINUTE;
        SortedMap<String, Double> rates = new TreeMap<>();
        if (minutes > 0) {
            grouped(line, line.metric(), rise(since, all.get(index)), Double::sum)
                    .forEach((label, rise) -> rates.put(label, rise / minutes));
        }
        return rates;
    }

    private static SortedMap<String, Double> percentage(Line line, List<Snapshot> all, int index) {
        Map<Series, Double> rise = rise(windowStart(all, index, SHARE_WINDOW), all.get(index));
        Line overAll = new Line(line.metric(), As.SUM, Optional.empty(), Optional.empty());
        double part = grouped(overAll, line.metric(), rise, Double::sum).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double whole = grouped(overAll, line.of().orElseThrow(), rise, Double::sum).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        SortedMap<String, Double> figure = new TreeMap<>();
        if (whole > 0) {
            figure.put(line.label(), PERCENT * part / whole);
        }
        return figure;
    }

    private static SortedMap<String, Double> quantiles(Line line, List<Snapshot> all, int index) {
        Map<Series, Double> rise = rise(windowStart(all, index, SHARE_WINDOW), all.get(index));
        Map<String, TreeMap<Double, Double>> buckets = new TreeMap<>();
        rise.forEach((series, count) -> {
            if (series.name().equals(line.metric() + "_bucket")) {
                double bound = series.label("le")
                        .map(le -> le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le))
                        .orElse(Double.POSITIVE_INFINITY);
                buckets.computeIfAbsent(label(line, series), key -> new TreeMap<>())
                        .merge(bound, count, Double::sum);
            }
        });
        SortedMap<String, Double> figures = new TreeMap<>();
        buckets.forEach((label, counts) ->
                Quantile.of(counts, line.as().quantile().orElseThrow()).ifPresent(value -> figures.put(label, value)));
        return figures;
    }

    /** The first snapshot that lies in the window, or the one itself. */
    private static Snapshot windowStart(List<Snapshot> all, int index, Duration window) {
        Instant from = all.get(index).time().minus(window);
        int start = index;
        while (start > 0 && !all.get(start - 1).time().isBefore(from)) {
            start--;
        }
        return all.get(start);
    }

    /** By how much each counter rose; one that fell was started anew, and one that is new rose from zero. */
    private static Map<Series, Double> rise(Snapshot from, Snapshot to) {
        Map<Series, Double> rise = new HashMap<>();
        to.samples().forEach((series, value) -> {
            double before = from.samples().getOrDefault(series, 0.0);
            rise.put(series, value >= before ? value - before : value);
        });
        return rise;
    }

    private static SortedMap<String, Double> grouped(
            Line line, String metric, Map<Series, Double> samples, BinaryOperator<Double> together) {
        SortedMap<String, Double> figures = new TreeMap<>();
        Stream<Map.Entry<Series, Double>> own = samples.entrySet().stream()
                .filter(sample -> sample.getKey().name().equals(metric));
        own.forEach(sample -> figures.merge(label(line, sample.getKey()), sample.getValue(), together));
        return figures;
    }

    private static String label(Line line, Series series) {
        return line.by().map(label -> series.label(label).orElse("none")).orElse(line.label());
    }
}
