package dev.assistant.review;

import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.time.Duration;
import java.time.Instant;

/**
 * A submission that was taken.
 *
 * @param status queued, or where the job stands when the same submission was taken before
 * @param estimated how long such a run usually takes
 */
public record Submitted(JobId job, JobStatus status, Instant createdAt, Duration estimated) {}
