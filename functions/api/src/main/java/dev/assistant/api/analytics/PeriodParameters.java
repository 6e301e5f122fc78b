package dev.assistant.api.analytics;

import dev.assistant.analytics.Period;
import dev.assistant.analytics.Period.Interval;
import dev.assistant.api.http.Query;
import dev.assistant.api.http.Request;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** The period that a request asks for; left out, the last thirty days by day, in UTC. */
final class PeriodParameters {
    private static final int USUAL_DAYS = 30;
    private static final List<String> INTERVALS =
            Stream.of(Interval.values()).map(Interval::id).toList();

    private PeriodParameters() {}

    /** @throws dev.assistant.failure.Failure.Invalid naming every parameter that needs another value */
    static Period read(Request request, InstantSource clock) {
        Query query = new Query(request);
        ZoneId zone = query.zone("time_zone").orElse(ZoneOffset.UTC);
        LocalDate to = query.day("to").orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
        LocalDate from = query.day("from").orElseGet(() -> to.minusDays(USUAL_DAYS - 1L));
        Interval interval =
                query.oneOf("interval", INTERVALS).flatMap(Interval::byId).orElse(Interval.DAILY);
        query.requireValid();
        return Period.of(from, to, zone, interval);
    }
}
