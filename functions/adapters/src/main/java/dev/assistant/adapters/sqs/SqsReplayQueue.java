package dev.assistant.adapters.sqs;

import dev.assistant.adapters.json.QueueJson;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.ReplayQueue;
import dev.assistant.workflow.JobId;

/** Connections to be served by the replay function, in a standard SQS queue. Thread-safe. */
public final class SqsReplayQueue implements ReplayQueue {
    private final SqsQueue queue;

    public SqsReplayQueue(SqsQueue queue) {
        this.queue = queue;
    }

    @Override
    public void enqueue(JobId job, ConnectionId connection) {
        queue.send(QueueJson.connection(job, connection));
    }
}
