package dev.assistant.runtime.run;

import dev.assistant.failure.Causes;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.DeliverEvents;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Lease;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is told about jobs: appended to their histories, then brought to those who watch. Thread-safe. */
public final class LiveEvents {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);

    private static final int MOST_TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

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
        deliverLast(ended.id());
    }

    /** Tells what a job waits for, in case whoever asked could not; those who watch are served in either case. */
    void tellWaiting(JobId job, long epoch, Approval approval) {
        JobEvent asked = JobEvent.ApprovalRequired.of(approval);
        if (Told.before(log, job).isNews(asked)) {
            log.append(job, epoch, asked, clock.instant());
        }
        deliverLast(job);
    }

    EventLog log() {
        return log;
    }

    InstantSource clock() {
        return clock;
    }

    /** Serves who watches, except those who cannot be reached now: they are served with the next event. */
    void deliver(JobId job) {
        serve(job);
    }

    /** Serves who watches with the last event, after which no other comes to serve those who cannot be reached now. */
    void deliverLast(JobId job) {
        for (int tries = 1; !serve(job) && tries < MOST_TRIES; tries++) {
            try {
                Thread.sleep(BETWEEN_TRIES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether everybody was served; that somebody was not harms nobody else. */
    private boolean serve(JobId job) {
        try {
            List<ConnectionId> missed = delivery.toWatchers(job);
            if (!missed.isEmpty()) {
                LOG.warn("{} watchers of job {} could not be reached", missed.size(), job);
            }
            return missed.isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("Watchers of job {} could not be served: {}", job, Causes.of(e));
            return false;
        }
    }
}
