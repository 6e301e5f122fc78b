package dev.assistant.runtime.run;

import dev.assistant.failure.Causes;
import dev.assistant.failure.Failure;
import dev.assistant.runtime.run.RunJob.Ending;
import dev.assistant.runtime.run.RunningJob.Stop;
import dev.assistant.runtime.workflow.Workflows;
import dev.assistant.workflow.JobInbox;
import dev.assistant.workflow.JobInbox.Delivery;
import dev.assistant.workflow.Leases.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs from the queue and runs as many at once as it may. A message wakes a worker, which then runs the job whose turn it is.
 * A message is deleted only after the job that it names has ended and that was told; every other way out lets it come again, to
 * this worker or another. Thread-safe.
 */
public final class JobWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final int MOST_MESSAGES = 10;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final WorkerSettings settings;
    private final JobInbox inbox;
    private final JobRecords records;
    private final RunJob runJob;
    private final JobWatch watch;
    private final Semaphore free;
    private final ExecutorService attempts = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("attempt-", 0).factory());
    private final Thread poller = Thread.ofVirtual().name("poll").unstarted(this::poll);
    private volatile boolean stopping;
    private volatile boolean receiving = true;

    public JobWorker(WorkerSettings settings, JobInbox inbox, JobRecords records, Workflows workflows) {
        this.settings = settings;
        this.inbox = inbox;
        this.records = records;
        this.runJob = new RunJob(records, workflows, settings.timing());
        this.watch = new JobWatch(records, inbox, settings.timing());
        this.free = new Semaphore(settings.concurrency());
    }

    /** Begins to take jobs. Once. */
    public void start() {
        poller.start();
    }

    /** How many jobs run now. */
    public int running() {
        return watch.jobs().size();
    }

    /** Whether the queue answered last time. */
    public boolean isReceiving() {
        return receiving;
    }

    /**
     * Takes no further jobs, hands those that run back to the queue, and returns when that is done. The last receive is
     * awaited first: it would take what is handed back.
     */
    @Override
    public void close() {
        stopping = true;
        try {
            if (poller.isAlive()) {
                poller.join(settings.timing().poll().plus(STOP_PATIENCE));
            }
            watch.jobs().forEach(job -> job.stop(Stop.HANDED_BACK));
            attempts.shutdown();
            if (!attempts.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} jobs did not stop in time; their leases will run out", running());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.close();
    }

    private void poll() {
        while (!stopping) {
            try {
                take();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    private void take() throws InterruptedException {
        if (!free.tryAcquire(settings.timing().poll().toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        int slots = 1;
        while (slots < MOST_MESSAGES && free.tryAcquire()) {
            slots++;
        }
        int unused = slots;
        try {
            List<Delivery> deliveries = inbox.receive(slots, settings.timing().poll());
            receiving = true;
            for (Delivery delivery : deliveries) {
                attempts.execute(() -> handleAndFree(delivery));
                unused--;
            }
        } finally {
            free.release(unused);
        }
    }

    private void pauseAfter(RuntimeException failure) {
        if (stopping) {
            return;
        }
        if (receiving) {
            LOG.error("The queue does not answer; trying on: {}", Causes.of(failure));
        }
        receiving = false;
        try {
            Thread.sleep(settings.timing().retry());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void handleAndFree(Delivery delivery) {
        try {
            handle(delivery);
        } catch (RuntimeException e) {
            LOG.error("The message of job {} comes again: {}", delivery.job(), Causes.of(e));
            hideAfterOutage(delivery);
        } finally {
            free.release();
        }
    }

    private void handle(Delivery delivery) {
        if (stopping) {
            inbox.hide(delivery, Duration.ZERO);
            return;
        }
        switch (records.leases().claimNext(delivery.job(), settings.name(), records.now())) {
            case Claim.Granted granted -> run(granted, delivery);
            case Claim.HeldElsewhere held -> inbox.postpone(delivery, untilAfter(held.until()));
            case Claim.AlreadyEnded ended -> {
                records.live().tellEnd(ended.job(), ended.epoch());
                inbox.delete(delivery);
            }
            case Claim.Waits waits -> {
                records.approvals()
                        .last(waits.job().owner(), waits.job().id())
                        .ifPresent(
                                asked -> records.live().tellWaiting(waits.job().id(), waits.epoch(), asked));
                inbox.delete(delivery);
            }
            case Claim.Gone gone -> inbox.delete(delivery);
        }
    }

    /**
     * When it is another job's turn than that of the message which woke this worker, the message is put back. The job's own one is
     * still in the queue: it finds the job running or ended, or has it taken up again should this worker die.
     */
    private void run(Claim.Granted granted, Delivery woken) {
        boolean isOfMessage = granted.job().id().equals(woken.job());
        if (!isOfMessage) {
            putBack(woken);
        }
        run(new RunningJob(granted.job(), granted.lease(), isOfMessage ? Optional.of(woken) : Optional.empty()));
    }

    private void putBack(Delivery delivery) {
        try {
            inbox.postpone(delivery, Duration.ZERO);
        } catch (Failure.Unavailable e) {
            LOG.warn("The message of job {} comes again later: {}", delivery.job(), Causes.of(e));
        }
    }

    private void run(RunningJob job) {
        watch.add(job);
        try {
            if (stopping) {
                job.stop(Stop.HANDED_BACK);
            }
            job.delivery().ifPresent(delivery -> inbox.hide(delivery, Timing.HIDDEN));
            Ending ending = runJob.run(job);
            job.delivery().ifPresentOrElse(delivery -> settle(delivery, ending), () -> remind(job, ending));
        } finally {
            watch.remove(job);
        }
    }

    private void settle(Delivery delivery, Ending ending) {
        switch (ending) {
            case TOLD, WAITS -> inbox.delete(delivery);
            case HANDED_BACK -> inbox.hide(delivery, Duration.ZERO);
            case FAILED -> inbox.hide(delivery, settings.timing().retry());
            case CUT_OFF -> inbox.hide(delivery, outage(delivery));
            case LOST -> LOG.debug("The message of job {} belongs to another worker", delivery.job());
        }
    }

    /** What ran ahead of its message and is to be tried again does not wait until that has come past the messages before it. */
    private void remind(RunningJob job, Ending ending) {
        Optional<Duration> pause = switch (ending) {
            case TOLD, WAITS, LOST -> Optional.empty();
            case HANDED_BACK -> Optional.of(Duration.ZERO);
            case FAILED -> Optional.of(settings.timing().retry());
            case CUT_OFF -> Optional.of(settings.timing().outage());
        };
        try {
            pause.ifPresent(
                    length -> inbox.remind(job.job().id(), job.job().owner().value(), length));
        } catch (Failure.Unavailable e) {
            LOG.warn("Job {} waits for its own message: {}", job.job().id(), Causes.of(e));
        }
    }

    private void hideAfterOutage(Delivery delivery) {
        try {
            inbox.hide(delivery, outage(delivery));
        } catch (RuntimeException e) {
            LOG.warn("The message of job {} comes again sooner: {}", delivery.job(), Causes.of(e));
        }
    }

    private Duration outage(Delivery delivery) {
        return settings.timing().outage().multipliedBy(delivery.count());
    }

    /** Not before the lease has ended, or the message would come in vain and count as an attempt. */
    private Duration untilAfter(Instant leaseEnd) {
        Duration left = Duration.between(records.now(), leaseEnd);
        return left.isNegative() ? Duration.ZERO : left.plusSeconds(1);
    }
}
