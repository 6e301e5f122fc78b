package dev.assistant.api.events;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.assistant.failure.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every minute: does what a process left undone because it ended or something did not answer, and what takes longer than a
 * request. A chore that cannot be done now keeps none of the others from being done. Thread-safe.
 */
public final class SweepFunction implements Function<ScheduledEvent, Map<String, Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(SweepFunction.class);

    private final List<Chore> chores;

    public SweepFunction(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    /** @return how often each chore was done, for the log of whoever invoked it; nothing of one that has to wait */
    @Override
    public Map<String, Object> apply(ScheduledEvent event) {
        Map<String, Object> done = new LinkedHashMap<>();
        for (Chore chore : chores) {
            try {
                int count = chore.work().getAsInt();
                done.put(chore.name(), count);
                if (count > 0) {
                    LOG.info("{} {}", count, chore.name());
                }
            } catch (Failure.Unavailable e) {
                LOG.warn("{}: waits for the next minute: {}", chore.name(), e.explanation());
            }
        }
        return done;
    }
}
