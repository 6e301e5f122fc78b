package dev.assistant.runtime.workflow;

import dev.assistant.review.Finding;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews.FileSource;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Turn;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at a job, as its workflow sees it: what it may tell and store. What an earlier attempt told is not told again,
 * so a workflow that resumes simply repeats what it knows. Every call throws {@link
 * dev.assistant.workflow.Leases.LeaseLost} once another worker has the job. For the job's own thread.
 */
public interface JobRun {
    Job job();

    /**
     * Tells how far the job has come; less than before is not told.
     *
     * @param step such as {@code analyzing}
     * @param percent 0 to 100
     */
    void progress(String step, int percent);

    /** Lets an agent say a fact to whoever watches. */
    void say(String agent, String message);

    /** Stores a turn of a conversation and tells it. */
    void said(Turn turn);

    /** The turns of earlier attempts, in their order; those that were stored and not told are told now. */
    List<Turn> turns();

    /** What a person decided when this job asked; empty while it has not been decided. */
    Optional<Decision> decision(String step);

    /** Stores the files that an upload holds; see {@link dev.assistant.review.Reviews#unpack}. */
    void unpack(ReviewRequest request, FileSource files);

    /** Tells a finding as soon as it is known. */
    void found(Finding finding);

    /** Stores what a step produced; see {@link Checkpoint}. */
    void store(Checkpoint checkpoint);

    /** What earlier attempts stored, in their order. */
    List<Checkpoint> stored();
}
