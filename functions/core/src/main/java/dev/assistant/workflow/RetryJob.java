package dev.assistant.workflow;

import dev.assistant.failure.Failure;
import dev.assistant.id.Ids;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.idempotency.RequestDigest;
import dev.assistant.identity.UserId;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Has a job that ended with something missing done again as a new one: what succeeded is taken over, what failed is asked again.
 * The events of the first are closed, and its result stays as it is. Idempotent by the submitter's key. Thread-safe.
 */
public final class RetryJob {
    private final Jobs jobs;
    private final Turns turns;
    private final Retries retries;
    private final WorkflowCatalogue workflows;
    private final EnqueueJob enqueueJob;
    private final Ids ids;
    private final InstantSource clock;

    public RetryJob(
            Jobs jobs,
            Turns turns,
            Retries retries,
            WorkflowCatalogue workflows,
            EnqueueJob enqueueJob,
            Ids ids,
            InstantSource clock) {
        this.jobs = jobs;
        this.turns = turns;
        this.retries = retries;
        this.workflows = workflows;
        this.enqueueJob = enqueueJob;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param agents whose failed turns are taken again; empty for all that failed
     * @return the new job, or the one made before under the key
     * @throws Failure.NotFound when there is no such job, or it is somebody else's
     * @throws Failure.Conflict when it has not ended, nothing of it failed, its code is gone, or its workflow cannot be run now
     * @throws Failure.Invalid when a named agent did not fail
     * @throws Failure.LimitReached when the owner's quota is used up
     */
    public Job retry(UserId owner, JobId id, List<String> agents, Optional<String> idempotencyKey) {
        Job job = jobs.byId(owner, id);
        requireEnded(job);
        workflows.runnable(job.workflow());
        List<Turn> taken = turns.of(owner, id);
        Set<String> again = again(job, FailedTurns.agents(taken), agents);
        Optional<IdempotencyKey> key = idempotencyKey.map(value -> IdempotencyKey.sent(
                value,
                RequestDigest.of("retry")
                        .add(id.toString())
                        .add(agents.stream().sorted().toList())));
        JobId retry = new JobId(ids.next());
        JobId created = retries.add(retry, owner, id, FailedTurns.kept(taken, again), key, clock.instant());
        if (created.equals(retry)) {
            enqueueJob.enqueue(retry, owner);
        }
        return jobs.byId(owner, created);
    }

    private static void requireEnded(Job job) {
        if (!job.status().isFinal()) {
            throw new Failure.Conflict("It is still "
                    + job.status().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + ". Wait for its end, or cancel it first.");
        }
    }

    private static Set<String> again(Job job, List<String> failed, List<String> asked) {
        if (job.status() == JobStatus.COMPLETED && failed.isEmpty()) {
            throw new Failure.Conflict("No agent failed in it, so there is nothing to do again.");
        }
        if (!failed.containsAll(asked)) {
            throw new Failure.Invalid(
                    "agents",
                    failed.isEmpty()
                            ? "None of them failed. Leave this out."
                            : "Use those that failed: " + String.join(", ", failed) + ".");
        }
        return new HashSet<>(asked.isEmpty() ? failed : asked);
    }
}
