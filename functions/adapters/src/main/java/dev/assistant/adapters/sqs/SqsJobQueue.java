package dev.assistant.adapters.sqs;

import dev.assistant.adapters.json.QueueJson;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobQueue;
import java.util.UUID;

/** Jobs for workers, in a standard SQS queue; the tenant is the message group, so that none starves the others. Thread-safe. */
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
