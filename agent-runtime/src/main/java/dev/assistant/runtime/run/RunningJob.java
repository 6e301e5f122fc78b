package dev.assistant.runtime.run;

import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobInbox.Delivery;
import dev.assistant.workflow.Lease;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A job that this process holds. Thread-safe. */
final class RunningJob {
    /** Why a job is to stop before it is done. */
    enum Stop {
        /** Its owner does not want it any more. */
        CANCELLED,
        /** This process ends; another one resumes it. */
        HANDED_BACK,
        /** Another worker has it. */
        LOST
    }

    private final Job job;
    private final Lease lease;
    private final Optional<Delivery> delivery;
    private final CompletableFuture<Stop> stop = new CompletableFuture<>();

    RunningJob(Job job, Lease lease, Optional<Delivery> delivery) {
        this.job = job;
        this.lease = lease;
        this.delivery = delivery;
        if (job.cancelRequested()) {
            stop(Stop.CANCELLED);
        }
    }

    Job job() {
        return job;
    }

    /** As granted; its epoch is what counts, and renewing does not change that. */
    Lease lease() {
        return lease;
    }

    /** Its message, unless it runs ahead of that. */
    Optional<Delivery> delivery() {
        return delivery;
    }

    /** Makes the job stop; the first reason stands. */
    void stop(Stop why) {
        stop.complete(why);
    }

    /** Completes when the job is to stop. */
    CompletableFuture<Stop> stopped() {
        return stop;
    }
}
