package dev.assistant.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Jobs stored but perhaps never enqueued, because a process ended between the two. Thread-safe. */
public interface Outbox {
    /** A job waiting to be enqueued, and whose it is. */
    record Entry(JobId job, UUID tenant) {}

    /** Entries older than the given age, oldest first. */
    List<Entry> pending(Duration olderThan, int limit, Instant now);

    /** Removes the entry of a job that is in the queue. */
    void sent(JobId job);
}
