package dev.assistant.review;

import java.time.Duration;
import java.time.InstantSource;

/** Forgets results of analyses that are too old to be taken over. Idempotent. Thread-safe. */
public final class SweepAnalysedUnits {
    /** Whoever reviews less often waits for a whole analysis. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST = 5_000;

    private final AnalysedUnits units;
    private final InstantSource clock;

    public SweepAnalysedUnits(AnalysedUnits units, InstantSource clock) {
        this.units = units;
        this.clock = clock;
    }

    /** Forgets some; how many. */
    public int sweep() {
        return units.forget(clock.instant().minus(KEPT), MOST);
    }
}
