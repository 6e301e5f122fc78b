package dev.assistant.operations;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Figures about everybody's use, for operators (SPEC section 8). Thread-safe. */
public interface SystemFigures {
    /** Who counts as active did something so recently: as long as an access token lives. */
    Duration ACTIVE = Duration.ofMinutes(15);

    /** @throws dev.assistant.failure.Failure.Unavailable when the database does not answer */
    Reading read(Instant now);

    /**
     * The state at a moment.
     *
     * @param activeUsers people who did something within {@link #ACTIVE}
     * @param openJobs jobs that wait, run, or wait for a person
     * @param oldestWaiting how long the job that waits longest for a worker has waited; zero when none does
     * @param connections open connections of the database
     * @param connectionLimit how many it takes
     * @param modelUsdToday what models have cost since midnight, UTC
     */
    record Reading(
            long activeUsers,
            long openJobs,
            Duration oldestWaiting,
            long connections,
            long connectionLimit,
            BigDecimal modelUsdToday) {}
}
