package dev.assistant.review;

import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The reviews: what was submitted and what came of it. Calls on behalf of a person name the owner. Thread-safe. */
public interface Reviews {
    /**
     * Stores a review with its job (queued) and its outbox entry in one transaction.
     *
     * @param key when present and already used by this owner for the same request, nothing is stored
     * @return the job that stands for the request now: the new one, or the one made first under the key
     * @throws dev.assistant.failure.Failure.Conflict when the key was used for another request, or the upload for another review
     * @throws dev.assistant.failure.Failure.LimitReached when it is new and the owner's quota is used up, or too many of their jobs are queued
     */
    JobId add(ReviewRequest request, Optional<IdempotencyKey> key, Instant now);

    /**
     * What is to be reviewed. For workers, who hold the job's lease.
     *
     * @throws dev.assistant.failure.Failure.NotFound when gone
     */
    ReviewRequest request(JobId job);

    /**
     * Stores the files that an upload turned out to hold, in place of the one that stood for them. The files are taken one by
     * one and put away at once, so that there need never be more than a few in memory. What the source throws is thrown, and
     * then nothing has changed.
     *
     * @throws dev.assistant.workflow.Leases.LeaseLost when another worker took over
     */
    void unpack(Lease lease, ReviewRequest request, FileSource files, Instant now);

    /** Files, one after the other. */
    interface FileSource {
        /** Hands each file over, in the order in which they are to be kept. */
        void forEach(Consumer<SourceFile> take);
    }

    /**
     * Stores the report and completes the job, in one transaction under the lease.
     *
     * @throws dev.assistant.workflow.Leases.LeaseLost when another worker took over
     */
    void complete(Lease lease, ReviewReport report, Instant now);

    /**
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when it has not completed; the message says where it stands
     */
    FinishedReview finished(UserId owner, JobId job);

    /**
     * What was submitted, in that order, for showing findings in their code.
     *
     * @param from how many files to leave out at the beginning
     * @param most how many to give, at least 1; fewer mean that there are no more
     * @throws dev.assistant.failure.Failure.NotFound when there is no such review, or it is somebody else's
     */
    List<SourceFile> files(UserId owner, JobId job, int from, int most);

    /**
     * One file that was submitted.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is no such review or file, or it is somebody else's
     */
    SourceFile file(UserId owner, JobId job, String path);

    /**
     * Deletes a review that has ended, with its code and its results.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is none that has ended, or it is somebody else's
     */
    void delete(UserId owner, JobId job);
}
