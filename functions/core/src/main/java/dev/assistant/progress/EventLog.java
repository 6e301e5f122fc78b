package dev.assistant.progress;

import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every event of every job, in order, kept for replay (SPEC section 4). Thread-safe. */
public interface EventLog {
    /** How many events one append takes. */
    int MOST_AT_ONCE = 50;

    /**
     * Appends events with the next numbers: all of them, or none.
     *
     * @param epoch the writer's lease epoch; 0 for a writer without a lease, which may only write while no worker has
     * @param events 1 to {@link #MOST_AT_ONCE}; nothing may follow a last event
     * @return the numbered events, or none when they were refused: the history has ended, or a later epoch has written
     */
    List<Sequenced> append(JobId job, long epoch, List<JobEvent> events, Instant now);

    /**
     * Appends with the next number.
     *
     * @param epoch the writer's lease epoch; 0 for a writer without a lease, which may only write while no worker has
     * @return the numbered event, or empty when it was refused: the history has ended, or a later epoch has written
     */
    default Optional<Sequenced> append(JobId job, long epoch, JobEvent event, Instant now) {
        return append(job, epoch, List.of(event), now).stream().findFirst();
    }

    /**
     * Refuses writers with an older epoch from now on. Whoever takes a job over does this before reading what was told, or
     * its predecessor could still tell something unseen.
     */
    void fence(JobId job, long epoch);

    /** Events numbered above {@code seq}, ascending, at most {@code limit}; everything appended before the call is seen. */
    List<Sequenced> after(JobId job, long seq, int limit);

    /** Whether the history has ended and nothing in it is numbered above {@code seq}. */
    boolean isOverAt(JobId job, long seq);
}
