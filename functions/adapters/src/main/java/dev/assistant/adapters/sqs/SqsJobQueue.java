package dev.assistant.adapters.sqs;

import dev.assistant.adapters.json.QueueJson;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobQueue;
import java.util.UUID;

/**
 * Jobs for workers, in a standard SQS queue; the tenant is the message group (SQS fair queues), so that
 * messages of one do not keep those of others from coming. Thread-safe.
 */
public final class SqsJobQueue implements JobQueue {
    private final SqsQueue queue;

    public SqsJobQueue(SqsQueue queue) {
        this.queue = queue;
    }

    @Override
    public void enqueue(JobId job, UUID tenant) {
        queue.send(QueueJson.job(job), tenant.toString());
    }
}
