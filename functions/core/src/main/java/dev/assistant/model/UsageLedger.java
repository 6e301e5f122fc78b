package dev.assistant.model;

import dev.assistant.workflow.JobId;
import java.util.List;

/** Every call of a model, by job and agent; deleted with the job. Thread-safe. */
public interface UsageLedger {
    /**
     * Stores a call and counts its cost, against the job and against its owner's quota, in one transaction; whatever becomes
     * of the job. A call that is there already, or of a job that has gone, changes nothing.
     */
    void record(ModelCall call);

    /** A job's calls, oldest first. */
    List<ModelCall> of(JobId job);
}
