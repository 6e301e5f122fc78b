package dev.assistant.workflow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The worker's end of the {@link JobQueue}. A message that is received is hidden for {@link Lease#LENGTH} and comes again unless
 * deleted; one that came too often goes to the dead letters. Thread-safe.
 */
public interface JobInbox {
    /**
     * Waits for messages; messages that name no job are deleted and left out.
     *
     * @param most 1 to 10
     * @param wait at most 20 seconds
     * @throws dev.assistant.failure.Failure.Unavailable when the queue does not answer
     */
    List<Delivery> receive(int most, Duration wait);

    /** Hides a message for so long from now, at most 12 hours; zero shows it at once. A message that is gone is ignored. */
    void hide(Delivery delivery, Duration length);

    /**
     * Puts a fresh copy in a message's place, which shows after so long, at most 15 minutes. For messages that came in vain: that
     * they came does not count towards the dead letters. A crash between the two leaves both, which does no harm.
     */
    void postpone(Delivery delivery, Duration length);

    /**
     * Puts one more message of a job into the queue, which shows after so long, at most 15 minutes. For a job whose own message may
     * be far behind others; when that comes, it finds how the job stands.
     */
    void remind(JobId job, UUID tenant, Duration length);

    /** Takes a message from the queue for good; one that is gone is ignored. */
    void delete(Delivery delivery);

    /**
     * One receipt of a message.
     *
     * @param receipt names this receipt to the queue
     * @param count how often the message was received, this time included
     * @param tenant whose job it is, as far as the queue knows
     */
    record Delivery(JobId job, String receipt, int count, Optional<UUID> tenant) {}
}
