package dev.assistant.testkit;

import dev.assistant.identity.UserId;
import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.Reviews;
import dev.assistant.review.Triages;
import dev.assistant.workflow.Admission;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Outbox;
import dev.assistant.workflow.Outbox.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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

    void requireRoomForOne(UserId owner, Instant now) {
        long queued = all(record -> record.status == JobStatus.QUEUED
                        && record.request.owner().equals(owner))
                .count();
        Admission.requireRoomForOne((int) queued, now);
    }

    /** The start tag of a new job: see {@link Leases#claimNext}. */
    long startTag(UserId owner) {
        LongStream started = all(record -> record.status == JobStatus.RUNNING).mapToLong(record -> record.startTag);
        LongStream waiting = all(JobRecord::waits)
                .mapToLong(record -> record.startTag)
                .sorted()
                .limit(1);
        LongStream owners = all(record ->
                        isOpen(record) && record.request.owner().equals(owner))
                .mapToLong(record -> record.startTag + 1);
        return Stream.of(started, waiting.map(tag -> tag - 1), owners)
                .flatMapToLong(Function.identity())
                .max()
                .orElse(0);
    }

    private static boolean isOpen(JobRecord record) {
        return record.status == JobStatus.QUEUED || record.status == JobStatus.RUNNING;
    }

    /** The job whose turn it is. */
    Optional<JobRecord> next() {
        return all(JobRecord::waits)
                .min(Comparator.comparingLong((JobRecord record) -> record.startTag)
                        .thenComparing(record -> record.createdAt)
                        .thenComparing(record -> record.request.job().value().toString()));
    }

    private Stream<JobRecord> all(Predicate<JobRecord> wanted) {
        return records.values().stream().filter(wanted);
    }

    record Pending(Entry entry, Instant since) {}
}
