package dev.assistant.localstack.observe.figure;

import dev.assistant.localstack.observe.figure.Definition.Alert;
import dev.assistant.localstack.observe.figure.History.Curve;
import dev.assistant.localstack.observe.figure.History.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an alert stands.
 *
 * @param value the figure now; empty when it is not known, which is no alarm
 */
public record AlertState(Alert alert, Standing standing, Optional<Double> value) {
    /** From well to bad. */
    public enum Standing {
        OK,
        /** Too large, but not for long enough yet. */
        PENDING,
        FIRING
    }

    static AlertState of(Alert alert, History history) {
        List<Curve> curves = history.curves(alert.line());
        List<Point> points = curves.isEmpty() ? List.of() : curves.getFirst().points();
        if (points.isEmpty() || points.getLast().value() <= alert.above()) {
            return new AlertState(alert, Standing.OK, last(points));
        }
        Instant since = points.getLast().time();
        for (Point point : points.reversed()) {
            if (point.value() <= alert.above()) {
                break;
            }
            since = point.time();
        }
        boolean longEnough =
                Duration.between(since, points.getLast().time()).compareTo(Duration.ofMinutes(alert.minutes())) >= 0;
        return new AlertState(alert, longEnough ? Standing.FIRING : Standing.PENDING, last(points));
    }

    /** All of a definition. */
    public static List<AlertState> all(Definition definition, History history) {
        return definition.alerts().stream().map(alert -> of(alert, history)).toList();
    }

    private static Optional<Double> last(List<Point> points) {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(points.getLast().value());
    }
}
