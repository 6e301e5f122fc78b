package dev.assistant.localstack.observe.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assistant.localstack.observe.figure.AlertState.Standing;
import dev.assistant.localstack.observe.figure.Definition.Alert;
import dev.assistant.localstack.observe.figure.History.Curve;
import dev.assistant.localstack.observe.figure.Line.As;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final Instant START = Instant.parse("2026-01-15T09:30:00Z");

    private final History history = new History();

    @Test
    void a_rate_is_by_how_much_a_counter_rises_in_a_minute_also_when_it_was_started_anew() {
        add(0, "hits_total{function=\"auth\"} 100\nhits_total{function=\"users\"} 7");
        add(30, "hits_total{function=\"auth\"} 110\nhits_total{function=\"users\"} 7");
        add(60, "hits_total{function=\"auth\"} 5\nhits_total{function=\"users\"} 9");

        List<Curve> curves = history.curves(line("hits_total", As.RATE, Optional.of("function")));

        assertThat(curves).extracting(Curve::label).containsExactly("auth", "users");
        assertThat(curves.getFirst().points().getFirst().value()).isEqualTo(20);
        assertThat(curves.getFirst().last().orElseThrow().value()).isEqualTo(5);
        assertThat(curves.getLast().last().orElseThrow().value()).isEqualTo(2);
    }

    @Test
    void a_quantile_lies_within_its_bucket_as_prometheus_has_it() {
        add(0, "took_bucket{le=\"0.1\"} 0\ntook_bucket{le=\"0.5\"} 0\ntook_bucket{le=\"+Inf\"} 0");
        add(30, "took_bucket{le=\"0.1\"} 90\ntook_bucket{le=\"0.5\"} 100\ntook_bucket{le=\"+Inf\"} 100");

        assertThat(now(line("took", As.P50, Optional.empty()))).isCloseTo(0.0555, within(0.001));
        assertThat(now(line("took", As.P95, Optional.empty()))).isCloseTo(0.3, within(0.001));
    }

    @Test
    void a_share_of_nothing_is_unknown() {
        Line share = new Line("errors_total", As.PERCENT, Optional.empty(), Optional.of("hits_total"));
        add(0, "errors_total 0\nhits_total 0");
        add(30, "errors_total 0\nhits_total 0");
        assertThat(history.curves(share)).isEmpty();

        add(60, "errors_total 1\nhits_total 50");
        assertThat(now(share)).isEqualTo(2);
    }

    @Test
    void an_alert_fires_only_when_its_figure_was_too_large_for_long_enough() {
        Alert alert = new Alert("disk", "Full", line("disk", As.VALUE, Optional.empty()), 85, 3);
        add(0, "disk 80");
        assertThat(AlertState.of(alert, history).standing()).isEqualTo(Standing.OK);
        add(10, "disk 86");
        assertThat(AlertState.of(alert, history).standing()).isEqualTo(Standing.PENDING);
        add(200, "disk 90");
        assertThat(AlertState.of(alert, history).standing()).isEqualTo(Standing.FIRING);
        add(210, "disk 85");
        assertThat(AlertState.of(alert, history).standing()).isEqualTo(Standing.OK);
    }

    @Test
    void labels_are_read_with_their_quotes_and_lines_of_other_kinds_left_out() {
        assertThat(Series.parse("# HELP x y\nx{a=\"b\\\"c\",d=\"e\"} 1.5 1700000000\nnonsense\n")
                        .entrySet())
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.getKey().label("a")).contains("b\"c");
                    assertThat(sample.getValue()).isEqualTo(1.5);
                });
    }

    private void add(int second, String text) {
        history.add(START.plusSeconds(second), Series.parse(text));
    }

    private double now(Line line) {
        return history.curves(line).getFirst().last().orElseThrow().value();
    }

    private static Line line(String metric, As as, Optional<String> by) {
        return new Line(metric, as, by, Optional.empty());
    }
}
