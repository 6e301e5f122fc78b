package dev.assistant.analytics;

import dev.assistant.failure.Failure;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days that figures are about, as they are in some time zone: a day has 23 or 25 hours when clocks change.
 *
 * @param from the first day
 * @param to the last day
 * @param buckets the parts, in order and without gaps; at least one
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone, Interval interval, List<Bucket> buckets) {
    /** More than a chart can show, and few enough to be counted at once. */
    public static final int MOST_BUCKETS = 1_100;

    public Period {
        buckets = List.copyOf(buckets);
    }

    /** How a period is divided. */
    public enum Interval {
        DAILY,
        /** Weeks begin on Monday (ISO 8601); the first and the last may be cut by the period. */
        WEEKLY;

        /** The name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The interval with this name in the API; empty when there is none. */
        public static Optional<Interval> byId(String id) {
            return Stream.of(values())
                    .filter(interval -> interval.id().equals(id))
                    .findFirst();
        }
    }

    /**
     * A part of the period.
     *
     * @param first its first day
     * @param last its last day
     * @param begin when its first day begins
     */
    public record Bucket(LocalDate first, LocalDate last, Instant begin) {}

    /** @throws Failure.Invalid when the days are in the wrong order or too many */
    public static Period of(LocalDate from, LocalDate to, ZoneId zone, Interval interval) {
        if (to.isBefore(from)) {
            throw new Failure.Invalid("to", "Give a day that is not before from.");
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if ((interval == Interval.DAILY ? days : days / 7) > MOST_BUCKETS) {
            throw new Failure.Invalid("from", "Ask for at most %,d days or weeks at once.".formatted(MOST_BUCKETS));
        }
        List<Bucket> buckets = new ArrayList<>();
        for (LocalDate first = from;
                !first.isAfter(to);
                first = buckets.getLast().last().plusDays(1)) {
            LocalDate last =
                    interval == Interval.DAILY ? first : first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            buckets.add(new Bucket(
                    first,
                    last.isAfter(to) ? to : last,
                    first.atStartOfDay(zone).toInstant()));
        }
        return new Period(from, to, zone, interval, buckets);
    }

    /** The first day of the period before, which has as many days. */
    public LocalDate previousFrom() {
        return from.minusDays(ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** The begin of the period before, of each bucket, and of the day after the last. */
    public List<Instant> edges() {
        List<Instant> edges = new ArrayList<>();
        edges.add(previousFrom().atStartOfDay(zone).toInstant());
        buckets.forEach(bucket -> edges.add(bucket.begin()));
        edges.add(to.plusDays(1).atStartOfDay(zone).toInstant());
        return edges;
    }
}
