package dev.assistant.testkit;

import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The event log in memory. Thread-safe. */
public final class InMemoryEventLog implements EventLog {
    private final Map<JobId, List<Sequenced>> events = new HashMap<>();
    private final Map<JobId, Long> epochs = new HashMap<>();

    @Override
    public synchronized List<Sequenced> append(JobId job, long epoch, List<JobEvent> told, Instant now) {
        List<Sequenced> history = events.computeIfAbsent(job, key -> new ArrayList<>());
        if (hasEnded(history) || epochs.getOrDefault(job, 0L) > epoch) {
            return List.of();
        }
        int before = history.size();
        told.forEach(event -> history.add(new Sequenced(history.size() + 1L, event, now)));
        epochs.put(job, epoch);
        return List.copyOf(history.subList(before, history.size()));
    }

    @Override
    public synchronized void fence(JobId job, long epoch) {
        epochs.merge(job, epoch, Math::max);
    }

    @Override
    public synchronized List<Sequenced> after(JobId job, long seq, int limit) {
        return all(job).stream().filter(event -> event.seq() > seq).limit(limit).toList();
    }

    @Override
    public synchronized boolean isOverAt(JobId job, long seq) {
        List<Sequenced> history = all(job);
        return hasEnded(history) && history.getLast().seq() <= seq;
    }

    /** Everything that the job has told. */
    public synchronized List<Sequenced> all(JobId job) {
        return List.copyOf(events.getOrDefault(job, List.of()));
    }

    private static boolean hasEnded(List<Sequenced> history) {
        return !history.isEmpty() && history.getLast().event().isLast();
    }
}
