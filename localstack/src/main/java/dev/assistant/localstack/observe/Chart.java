package dev.assistant.localstack.observe;

import static dev.assistant.localstack.observe.Html.escaped;

import dev.assistant.localstack.observe.figure.Definition.Panel;
import dev.assistant.localstack.observe.figure.History.Curve;
import dev.assistant.localstack.observe.figure.History.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A panel's curves as a drawing, with their last values beside their names. */
final class Chart {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 130;
    private static final int TOP = 14;
    private static final int BOTTOM = HEIGHT - 16;
    private static final int COLOURS = 6;
    private static final double THOUSAND = 1000;

    private Chart() {}

    /** @param from the left edge; the right one is {@code length} later */
    static String of(Panel panel, List<Curve> curves, Instant from, Duration length) {
        String head = "<section class=\"card\"><h3>%s <span class=\"soft\">%s</span></h3>"
                .formatted(escaped(panel.title()), escaped(panel.unit()));
        if (curves.isEmpty()) {
            return head + "<p class=\"soft\">Nothing yet.</p></section>\n";
        }
        double most = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Point::value)
                .max()
                .orElse(0);
        double scale = most <= 0 ? 1 : most;
        String lines = IntStream.range(0, curves.size())
                .mapToObj(i -> "<polyline class=\"curve c%d dot%d\" points=\"%s\"/>"
                        .formatted(i % COLOURS, i % 3, points(curves.get(i), from, length, scale)))
                .collect(Collectors.joining());
        String key = IntStream.range(0, curves.size())
                .mapToObj(i -> "<li><i class=\"c%d\"></i>%s <b>%s</b></li>"
                        .formatted(
                                i % COLOURS,
                                escaped(curves.get(i).label()),
                                curves.get(i)
                                        .last()
                                        .map(last -> number(last.value()))
                                        .orElse("-")))
                .collect(Collectors.joining());
        return head
                + """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s, at most %s %s">
                <line class="axis" x1="0" x2="%d" y1="%d" y2="%d"/><text x="0" y="10">%s</text>
                <text x="0" y="%d">%d min ago</text><text x="%d" y="%d" text-anchor="end">now</text>%s</svg>
                <ul class="key">%s</ul></section>
                """.formatted(
                                WIDTH,
                                HEIGHT,
                                escaped(panel.title()),
                                number(most),
                                escaped(panel.unit()),
                                WIDTH,
                                BOTTOM,
                                BOTTOM,
                                number(most),
                                HEIGHT - 3,
                                length.toMinutes(),
                                WIDTH,
                                HEIGHT - 3,
                                lines,
                                key);
    }

    private static String points(Curve curve, Instant from, Duration length, double scale) {
        // A point twice is a line as well, and so is seen.
        return Stream.concat(curve.points().stream().limit(1), curve.points().stream())
                .map(point -> "%.1f,%.1f"
                        .formatted(
                                (double) WIDTH
                                        * Duration.between(from, point.time()).toMillis()
                                        / length.toMillis(),
                                BOTTOM - (BOTTOM - TOP) * point.value() / scale))
                .collect(Collectors.joining(" "));
    }

    /** With as many digits as one reads. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= THOUSAND * THOUSAND) {
            return String.format(Locale.ROOT, "%.1f M", value / THOUSAND / THOUSAND);
        }
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 1 ? "%.1f" : "%.3f", value);
    }
}
