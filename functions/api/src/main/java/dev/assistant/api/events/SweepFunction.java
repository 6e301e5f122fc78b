package dev.assistant.api.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.assistant.workflow.SweepOutbox;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs every minute: does what a process left undone because it ended or something did not answer. Thread-safe. */
public final class SweepFunction implements Function<ScheduledEvent, Map<String, Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(SweepFunction.class);

    private final SweepOutbox sweepOutbox;

    public SweepFunction(SweepOutbox sweepOutbox) {
        this.sweepOutbox = sweepOutbox;
    }

    /** @return what was done, for the log of whoever invoked it */
    @Override
    public Map<String, Object> apply(ScheduledEvent event) {
        int enqueued = sweepOutbox.sweep();
        if (enqueued > 0) {
            LOG.warn("{} jobs had been stored but not enqueued, and are enqueued now", enqueued);
        }
        return Map.of("enqueued", enqueued);
    }
}
