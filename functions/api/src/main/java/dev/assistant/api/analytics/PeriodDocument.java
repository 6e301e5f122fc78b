package dev.assistant.api.analytics;

import dev.assistant.analytics.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A period on the wire. Grows only by optional fields. */
record PeriodDocument(
        LocalDate from, LocalDate to, String timeZone, String interval, LocalDate previousFrom, LocalDate previousTo) {
    static PeriodDocument of(Period period) {
        return new PeriodDocument(
                period.from(),
                period.to(),
                period.zone().equals(ZoneOffset.UTC) ? "UTC" : period.zone().getId(),
                period.interval().id(),
                period.previousFrom(),
                period.from().minusDays(1));
    }
}
