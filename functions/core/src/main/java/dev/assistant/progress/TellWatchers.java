package dev.assistant.progress;

import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells an event of a job from a process that cannot reach sockets: it appends the event and has every watcher served by a
 * process that can. Thread-safe.
 *
 * <p>Idempotent: an event that the log refuses, because it has been told before, is not told twice, but the watchers are
 * served again, since the one who told it may have stopped right after.
 */
public final class TellWatchers {
    private final EventLog log;
    private final Connections connections;
    private final ReplayQueue queue;
    private final InstantSource clock;

    public TellWatchers(EventLog log, Connections connections, ReplayQueue queue, InstantSource clock) {
        this.log = log;
        this.connections = connections;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @param epoch under which the event is appended; see {@link EventLog#append}
     * @throws dev.assistant.failure.Failure.Unavailable when the log or the queue does not take it; telling again is safe
     */
    public void tell(JobId job, long epoch, JobEvent event) {
        Instant now = clock.instant();
        log.append(job, epoch, event, now);
        connections.watching(job, now).forEach(connection -> queue.enqueue(job, connection));
    }
}
