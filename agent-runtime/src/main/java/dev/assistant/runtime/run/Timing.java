package dev.assistant.runtime.run;

import dev.assistant.workflow.Lease;
import java.time.Duration;

/**
 * How often and how long.
 *
 * @param poll how long a receive waits for messages, at most 20 seconds; also how long a stop waits for the last one, since
 *     a message handed to a caller that has hung up would be hidden until its visibility ends
 * @param heartbeat how often leases are renewed and messages kept hidden
 * @param cancellation how often cancellations are looked for; with {@code grace} well under the two seconds of SPEC section 2
 * @param grace how long a job that is to stop may take to notice; then it is ended over its head
 * @param longest how long one attempt at a job may take
 * @param retry how long after a failed attempt the next one comes
 * @param outage how long to wait for a dependency that does not answer, for each time that was tried: an outage shall not
 *     use up a job's attempts
 */
public record Timing(
        Duration poll,
        Duration heartbeat,
        Duration cancellation,
        Duration grace,
        Duration longest,
        Duration retry,
        Duration outage) {
    /** For production. */
    public static final Timing STANDARD = new Timing(
            Duration.ofSeconds(4),
            Lease.HEARTBEAT,
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofMinutes(30),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));

    /** For how long a message is hidden: a little longer than its lease, so that whoever gets it next can claim the job. */
    static final Duration HIDDEN = Lease.LENGTH.plusSeconds(2);
}
