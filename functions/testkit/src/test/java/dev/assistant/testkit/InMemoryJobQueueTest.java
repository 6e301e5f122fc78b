package dev.assistant.testkit;

import dev.assistant.testkit.contract.JobQueueContract;
import dev.assistant.workflow.JobInbox;
import dev.assistant.workflow.JobQueue;

class InMemoryJobQueueTest extends JobQueueContract {
    private final InMemoryJobQueue queue = new InMemoryJobQueue(new TestClock());

    @Override
    protected JobQueue queue() {
        return queue;
    }

    @Override
    protected JobInbox inbox() {
        return queue;
    }
}
