package dev.assistant.runtime.run;

import dev.assistant.failure.Failure;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases.LeaseLost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens in one attempt at a job, without keeping the job waiting: one thread appends in order, as many at once as
 * have come meanwhile, and another serves who watches. Both are platform threads, because a workflow that computes may
 * occupy every carrier of virtual ones.
 *
 * <p>Events are told from the job's thread; {@link #end} and {@link #close} may be called from another.
 */
final class JobEvents implements AutoCloseable {
    /** How long to wait before trying again to append; then the attempt at the job fails and another one resumes it. */
    private static final Duration[] PATIENCE = {Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3)};

    private final LiveEvents live;
    private final Lease lease;
    private final Told told;
    private final BlockingQueue<JobEvent> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService appends;
    private final ExecutorService deliveries;
    private final AtomicBoolean deliveryIsDue = new AtomicBoolean();
    private final AtomicReference<@Nullable RuntimeException> broken = new AtomicReference<>();

    private JobEvents(LiveEvents live, Lease lease, Told told) {
        this.live = live;
        this.lease = lease;
        this.told = told;
        this.appends = single("append-" + lease.job());
        this.deliveries = single("deliver-" + lease.job());
    }

    /** Keeps earlier holders of the job from telling more, and reads what was told so far. */
    static JobEvents open(LiveEvents live, Lease lease) {
        live.log().fence(lease.job(), lease.epoch());
        return new JobEvents(live, lease, Told.before(live.log(), lease.job()));
    }

    /**
     * Tells an event, unless it is no news.
     *
     * @return whether it was news
     * @throws LeaseLost when another worker has the job
     * @throws Failure.Unavailable when an earlier event could not be appended
     */
    boolean tell(JobEvent event) {
        throwIfBroken();
        if (!told.isNews(event)) {
            return false;
        }
        waiting.add(event);
        appends.execute(this::appendWaiting);
        return true;
    }

    /**
     * Returns when everything told so far is in the history.
     *
     * @throws LeaseLost when another worker has the job
     * @throws Failure.Unavailable when an event could not be appended
     */
    void flush() {
        CompletableFuture.runAsync(() -> {}, appends).join();
        throwIfBroken();
    }

    /**
     * Tells the last event after all others, and returns when those who watch have been served.
     *
     * @throws Failure.Unavailable when it or an earlier one could not be appended
     */
    void end(JobEvent.Ended ended) {
        waiting.add(ended);
        appends.execute(this::appendWaiting);
        appends.close();
        throwIfBroken();
        deliveries.close();
        live.deliverLast(lease.job());
    }

    /** Takes no further events; those told are still appended. */
    @Override
    public void close() {
        appends.close();
        deliveries.close();
    }

    private void appendWaiting() {
        List<JobEvent> events = new ArrayList<>();
        waiting.drainTo(events, EventLog.MOST_AT_ONCE);
        if (events.isEmpty() || broken.get() != null) {
            return;
        }
        try {
            boolean areRefused = appendPatiently(events);
            if (areRefused && !isEndAlone(events)) {
                broken.set(new LeaseLost(lease));
            }
        } catch (RuntimeException e) {
            broken.set(e);
        } catch (InterruptedException e) {
            broken.set(new IllegalStateException("interrupted while telling", e));
        }
        if (!events.getLast().isLast() && deliveryIsDue.compareAndSet(false, true)) {
            deliveries.execute(this::deliver);
        }
    }

    /** An end that is refused has been told by somebody else. */
    private static boolean isEndAlone(List<JobEvent> events) {
        return events.size() == 1 && events.getFirst().isLast();
    }

    /** Whether the log refused them. */
    private boolean appendPatiently(List<JobEvent> events) throws InterruptedException {
        for (Duration pause : PATIENCE) {
            try {
                return appendOnce(events);
            } catch (Failure.Unavailable e) {
                Thread.sleep(pause);
            }
        }
        return appendOnce(events);
    }

    private boolean appendOnce(List<JobEvent> events) {
        return live.log()
                .append(lease.job(), lease.epoch(), events, live.clock().instant())
                .isEmpty();
    }

    private void deliver() {
        deliveryIsDue.set(false);
        live.deliver(lease.job());
    }

    private void throwIfBroken() {
        RuntimeException why = broken.get();
        if (why != null) {
            throw why;
        }
    }

    private static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
