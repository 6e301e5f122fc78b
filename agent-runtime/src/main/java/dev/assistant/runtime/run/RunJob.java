package dev.assistant.runtime.run;

import dev.assistant.failure.Causes;
import dev.assistant.failure.Failure;
import dev.assistant.progress.JobEvent;
import dev.assistant.runtime.run.RunningJob.Stop;
import dev.assistant.runtime.trace.JobSpan;
import dev.assistant.runtime.workflow.Workflow;
import dev.assistant.runtime.workflow.Workflow.Outcome;
import dev.assistant.runtime.workflow.Workflows;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Leases.LeaseLost;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a claimed job to whatever end it comes to. The workflow works on a virtual thread of its own, so that it can be
 * interrupted; when it does not heed that, the job is ended without it, and the epoch keeps it from writing any more.
 * Thread-safe.
 */
final class RunJob {
    private static final Logger LOG = LoggerFactory.getLogger(RunJob.class);

    private final JobRecords records;
    private final Workflows workflows;
    private final Timing timing;

    RunJob(JobRecords records, Workflows workflows, Timing timing) {
        this.records = records;
        this.workflows = workflows;
        this.timing = timing;
    }

    /** What became of an attempt, as far as the job's message is concerned. */
    enum Ending {
        /** The job has ended and that was told. */
        TOLD,
        /** The job waits for a person, who has it go on. */
        WAITS,
        /** The job waits for another worker. */
        HANDED_BACK,
        /** The attempt failed; the job waits for another one. */
        FAILED,
        /** Something did not answer, before the job ended or before that was told. */
        CUT_OFF,
        /** Another worker has the job, and its message. */
        LOST
    }

    Ending run(RunningJob running) {
        try (JobSpan span = records.tracing().begin(running.job())) {
            Ending ending = attempt(running);
            span.ended(ending.name().toLowerCase(Locale.ROOT));
            return ending;
        }
    }

    private Ending attempt(RunningJob running) {
        try (JobEvents events = records.live().of(running.lease())) {
            return run(running, events);
        } catch (LeaseLost e) {
            LOG.info("Job {} was taken over by another worker", running.job().id());
            return Ending.LOST;
        } catch (RuntimeException e) {
            return failed(running, e);
        }
    }

    private Ending run(RunningJob running, JobEvents events) {
        Job job = running.job();
        Optional<Workflow> workflow = workflows.find(job.workflow());
        if (workflow.isEmpty()) {
            LOG.error("Job {} asks for the unknown workflow {}", job.id(), job.workflow());
            return end(
                    running,
                    events,
                    JobStatus.FAILED,
                    Optional.of("No worker knows this workflow. Choose another one."));
        }
        Work work = Work.start(workflow.get(), new LeasedRun(job, running.lease(), records, events));
        Optional<Stop> stop = work.await(running, timing.longest());
        if (stop.isEmpty()) {
            return complete(running, events, work.outcome());
        }
        work.stop(timing.grace());
        return switch (stop.get()) {
            case CANCELLED -> end(running, events, JobStatus.CANCELLED, Optional.empty());
            case HANDED_BACK -> handBack(running, events);
            case LOST -> throw new LeaseLost(running.lease());
        };
    }

    /** Everything is told before the job ends: afterwards nobody would make up for what is missing. */
    private Ending complete(RunningJob running, JobEvents events, Outcome outcome) {
        events.flush();
        return switch (outcome) {
            case Outcome.Reviewed reviewed -> {
                records.reviews().complete(running.lease(), reviewed.report(), records.now());
                records.metrics().reviewed(running.job(), records.now());
                yield tell(running.job().ended(JobStatus.COMPLETED, Optional.empty(), records.now()), events);
            }
            case Outcome.Produced produced -> {
                records.products().complete(running.lease(), produced.product(), produced.agents(), records.now());
                yield tell(running.job().ended(JobStatus.COMPLETED, Optional.empty(), records.now()), events);
            }
            case Outcome.Asks asks -> ask(running, events, asks.approval());
            case Outcome.Refused refused -> end(running, events, JobStatus.FAILED, Optional.of(refused.explanation()));
        };
    }

    /** The question is stored before it is told; whoever gets the message again makes up for what was not told. */
    private Ending ask(RunningJob running, JobEvents events, Approval approval) {
        if (!records.approvals().ask(running.lease(), approval, records.now())) {
            return end(running, events, JobStatus.CANCELLED, Optional.empty());
        }
        try {
            events.tell(JobEvent.ApprovalRequired.of(approval));
            events.flush();
            return Ending.WAITS;
        } catch (RuntimeException e) {
            LOG.warn("What job {} asks could not be told yet: {}", running.job().id(), Causes.of(e));
            return Ending.CUT_OFF;
        }
    }

    private Ending end(RunningJob running, JobEvents events, JobStatus status, Optional<String> error) {
        records.leases().end(running.lease(), status, error, records.now());
        return tell(running.job().ended(status, error, records.now()), events);
    }

    private Ending tell(Job ended, JobEvents events) {
        records.metrics().ended(ended);
        try {
            events.end(JobEvent.Ended.of(ended));
            return Ending.TOLD;
        } catch (RuntimeException e) {
            LOG.warn("The end of job {} could not be told yet: {}", ended.id(), Causes.of(e));
            return Ending.CUT_OFF;
        }
    }

    /** What was told before is in the history when the next worker reads it. */
    private Ending handBack(RunningJob running, JobEvents events) {
        events.close();
        records.leases().release(running.lease(), records.now());
        return Ending.HANDED_BACK;
    }

    private Ending failed(RunningJob running, RuntimeException failure) {
        LOG.error(
                "Attempt {} at job {} failed: {}",
                running.lease().attempt(),
                running.job().id(),
                Causes.of(failure));
        String error = failure instanceof Failure known
                ? known.explanation()
                : failure.getClass().getSimpleName();
        try {
            records.leases().attemptFailed(running.lease(), error, records.now());
        } catch (RuntimeException e) {
            LOG.warn("Job {} keeps its lease until that ends: {}", running.job().id(), Causes.of(e));
        }
        return failure instanceof Failure.Unavailable ? Ending.CUT_OFF : Ending.FAILED;
    }

    /** A workflow at work. */
    private record Work(Thread thread, CompletableFuture<Outcome> result) {
        static Work start(Workflow workflow, LeasedRun run) {
            CompletableFuture<Outcome> result = new CompletableFuture<>();
            Thread thread = Thread.ofVirtual().name("job-" + run.job().id()).start(() -> {
                try {
                    result.complete(workflow.run(run));
                } catch (Throwable e) {
                    result.completeExceptionally(e);
                }
            });
            return new Work(thread, result);
        }

        /** Waits until it is done, however that went, or is to stop. */
        Optional<Stop> await(RunningJob running, Duration longest) {
            try {
                CompletableFuture.anyOf(result.exceptionally(failure -> null), running.stopped())
                        .get(longest.toMillis(), TimeUnit.MILLISECONDS);
                return result.isDone()
                        ? Optional.empty()
                        : Optional.of(running.stopped().join());
            } catch (TimeoutException e) {
                thread.interrupt();
                throw new IllegalStateException("the job took longer than " + longest, e);
            } catch (InterruptedException e) {
                return Optional.of(Stop.HANDED_BACK);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        Outcome outcome() {
            try {
                return result.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void stop(Duration grace) {
            thread.interrupt();
            try {
                thread.join(grace);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
