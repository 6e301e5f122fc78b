package dev.assistant.testkit;

import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.Reviews;
import dev.assistant.review.Triages;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Outbox;
import dev.assistant.workflow.Outbox.Entry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the in-memory ports about jobs have in common: one store, seen as reviews, jobs, leases and outbox. Thread-safe. */
public final class InMemoryJobStore {
    final Map<JobId, JobRecord> records = new LinkedHashMap<>();
    final Map<JobId, Pending> outbox = new LinkedHashMap<>();

    private final InMemoryReviews reviews = new InMemoryReviews(this);
    private final InMemoryTriages triages = new InMemoryTriages(this);
    private final InMemoryAnalysedUnits units = new InMemoryAnalysedUnits(this);
    private final InMemoryJobs jobs = new InMemoryJobs(this);
    private final InMemoryLeases leases = new InMemoryLeases(this);
    private final InMemoryOutbox pending = new InMemoryOutbox(this);

    public Reviews reviews() {
        return reviews;
    }

    public Triages triages() {
        return triages;
    }

    public AnalysedUnits units() {
        return units;
    }

    public Jobs jobs() {
        return jobs;
    }

    public Leases leases() {
        return leases;
    }

    public Outbox outbox() {
        return pending;
    }

    Optional<JobRecord> find(JobId job) {
        return Optional.ofNullable(records.get(job));
    }

    record Pending(Entry entry, Instant since) {}
}
