package dev.assistant.testkit;

import dev.assistant.testkit.InMemoryJobStore.Pending;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemoryOutbox implements Outbox {
    private final InMemoryJobStore store;

    InMemoryOutbox(InMemoryJobStore store) {
        this.store = store;
    }

    @Override
    public List<Entry> pending(Duration olderThan, int limit, Instant now) {
        synchronized (store) {
            return store.outbox.values().stream()
                    .filter(pending -> pending.since().isBefore(now.minus(olderThan)))
                    .sorted(Comparator.comparing(Pending::since))
                    .limit(limit)
                    .map(Pending::entry)
                    .toList();
        }
    }

    @Override
    public void sent(JobId job) {
        synchronized (store) {
            store.outbox.remove(job);
        }
    }
}
