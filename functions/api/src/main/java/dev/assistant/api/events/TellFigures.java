package dev.assistant.api.events;

import dev.assistant.adapters.metrics.SystemFiguresLine;
import dev.assistant.operations.SystemFigures;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;

/** Writes the system's figures to the log, from which operators' dashboards take them. Thread-safe. */
public final class TellFigures {
    private final SystemFigures figures;
    private final InstantSource clock;
    private final PrintStream log;

    /** @param log takes a line of JSON each time */
    public TellFigures(SystemFigures figures, InstantSource clock, PrintStream log) {
        this.figures = figures;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Tells the figures of this moment.
     *
     * @return 0: it is nothing to report
     * @throws dev.assistant.failure.Failure.Unavailable when they cannot be read now
     */
    public int tell() {
        Instant now = clock.instant();
        log.println(SystemFiguresLine.of(figures.read(now), now));
        return 0;
    }
}
