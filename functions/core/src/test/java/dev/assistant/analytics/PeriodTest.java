package dev.assistant.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assistant.analytics.Period.Bucket;
import dev.assistant.analytics.Period.Interval;
import dev.assistant.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Period period(String from, String to, ZoneId zone, Interval interval) {
        return Period.of(LocalDate.parse(from), LocalDate.parse(to), zone, interval);
    }

    @Test
    void has_a_bucket_for_every_day() {
        Period period = period("2026-02-27", "2026-03-02", ZoneOffset.UTC, Interval.DAILY);

        assertThat(period.buckets())
                .extracting(bucket -> bucket.first().toString())
                .containsExactly("2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02");
        assertThat(period.buckets())
                .allSatisfy(bucket -> assertThat(bucket.last()).isEqualTo(bucket.first()));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    2026-03-28, 2026-03-30, 24 23 24",
        "Europe/Berlin,    2026-10-24, 2026-10-26, 24 25 24",
        "America/Sao_Paulo, 2018-11-03, 2018-11-05, 24 23 24",
        "Asia/Kathmandu,   2026-03-28, 2026-03-30, 24 24 24"
    })
    void a_day_has_the_hours_that_it_has_there(String zone, String from, String to, String hours) {
        List<Instant> edges = period(from, to, ZoneId.of(zone), Interval.DAILY).edges();

        assertThat(IntStream.range(2, edges.size())
                        .mapToObj(n ->
                                Duration.between(edges.get(n - 1), edges.get(n)).toHours() + ""))
                .containsExactly(hours.split(" "));
    }

    @Test
    void weeks_begin_on_monday_and_are_cut_by_the_period() {
        Period period = period("2026-01-01", "2026-01-13", BERLIN, Interval.WEEKLY);

        assertThat(period.buckets())
                .extracting(Bucket::first, Bucket::last)
                .containsExactly(
                        tuple(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 4)),
                        tuple(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 11)),
                        tuple(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13)));
    }

    @Test
    void the_period_before_has_as_many_days_and_ends_where_this_one_begins() {
        Period period = period("2026-03-30", "2026-04-05", BERLIN, Interval.WEEKLY);

        assertThat(period.previousFrom()).isEqualTo("2026-03-23");
        assertThat(period.edges())
                .containsExactly(
                        Instant.parse("2026-03-22T23:00:00Z"),
                        Instant.parse("2026-03-29T22:00:00Z"),
                        Instant.parse("2026-04-05T22:00:00Z"));
    }

    @Test
    void refuses_days_in_the_wrong_order_and_too_many() {
        assertThatThrownBy(() -> period("2026-01-02", "2026-01-01", BERLIN, Interval.DAILY))
                .isInstanceOf(Failure.Invalid.class);
        assertThatThrownBy(() -> period("2020-01-01", "2026-01-01", BERLIN, Interval.DAILY))
                .isInstanceOf(Failure.Invalid.class);
        assertThat(period("2020-01-01", "2026-01-01", BERLIN, Interval.WEEKLY).buckets())
                .hasSize(314);
    }
}
