package dev.assistant.runtime.run;

import dev.assistant.progress.DeliverEvents;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.runtime.failure.Causes;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Lease;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told about jobs: appended to their histories, then brought to those who watch. Thread-safe. */
public final class LiveEvents {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

    private final EventLog log;
    private final DeliverEvents delivery;
    private final InstantSource clock;

    public LiveEvents(EventLog log, DeliverEvents delivery, InstantSource clock) {
        this.log = log;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Begins to tell about a job that this process holds; knows what was told before. */
    JobEvents of(Lease lease) {
        return JobEvents.open(this, lease);
    }

    /** Tells how a job ended, in case whoever ended it could not; those who watch are served in either case. */
    void tellEnd(Job ended, long epoch) {
        log.append(ended.id(), epoch, JobEvent.Ended.of(ended), clock.instant());
        delivery.toWatchers(ended.id());
    }

    EventLog log() {
        return log;
    }

    InstantSource clock() {
        return clock;
    }

    /** Serves who watches; a failure delays them until the next event or their next connection, and harms nothing else. */
    void deliver(JobId job) {
        try {
            delivery.toWatchers(job);
        } catch (RuntimeException e) {
            LOG.warn("Watchers of job {} could not be served: {}", job, Causes.of(e));
        }
    }
}
