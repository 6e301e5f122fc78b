package dev.assistant.review;

import dev.assistant.failure.Failure;
import dev.assistant.id.Ids;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.quota.Quotas;
import dev.assistant.repository.RepositoryGrants;
import dev.assistant.review.Uploads.Announced;
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.EnqueueJob;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.TypicalDuration;
import dev.assistant.workflow.WorkflowCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes code for review: checks it, stores it, hands it to the workers. Idempotent by the submitter's key. Thread-safe.
 *
 * <p>Once stored, a review will be run: when the queue does not take it, the outbox keeps it for {@link
 * dev.assistant.workflow.SweepOutbox}, and the submitter need not know.
 */
public final class SubmitReview {
    private final Reviews reviews;
    private final SettingsByProject projects;
    private final Uploads uploads;
    private final UploadStore store;
    private final Jobs jobs;
    private final EnqueueJob enqueueJob;
    private final Quotas quotas;
    private final RepositoryGrants grants;
    private final WorkflowCatalogue workflows;
    private final SubmissionRules rules;
    private final Ids ids;
    private final InstantSource clock;

    public SubmitReview(
            Reviews reviews,
            SettingsByProject projects,
            Uploads uploads,
            UploadStore store,
            Jobs jobs,
            EnqueueJob enqueueJob,
            Quotas quotas,
            RepositoryGrants grants,
            WorkflowCatalogue workflows,
            SubmissionTerms terms,
            Ids ids,
            InstantSource clock) {
        this.reviews = reviews;
        this.projects = projects;
        this.uploads = uploads;
        this.store = store;
        this.jobs = jobs;
        this.enqueueJob = enqueueJob;
        this.quotas = quotas;
        this.grants = grants;
        this.workflows = workflows;
        this.rules = new SubmissionRules(new LanguageDetector(), workflows, terms);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws Failure.Invalid naming every field that needs another value
     * @throws Failure.NotFound when there is no such project, baseline, upload or finding, or it is somebody else's
     * @throws Failure.TooLarge when a file is too large
     * @throws Failure.Conflict when the idempotency key was used for another submission, or the upload cannot be used, or the review
     *     with the finding has not completed or its code is gone
     */
    public Submitted submit(Submission submission) {
        Instant now = clock.instant();
        Optional<Announced> announced = submission.upload().map(id -> uploads.byId(submission.owner(), id));
        ReviewRequest request = rules.read(
                submission,
                announced.map(Announced::upload),
                repository(submission),
                settings(submission),
                standing(submission, now),
                new JobId(ids.next()));
        request.baseline().ifPresent(baseline -> requireComparable(request.owner(), baseline));
        request.input().about().ifPresent(about -> requireAnswerable(request.owner(), about));
        Optional<IdempotencyKey> key =
                submission.idempotencyKey().map(value -> IdempotencyKey.sent(value, RequestHash.of(request)));
        // A repetition finds its upload used, by its own first time.
        announced
                .filter(upload -> key.isEmpty() || upload.usedBy().isEmpty())
                .ifPresent(upload -> requireReady(upload, now));
        JobId job = reviews.add(request, key, now);
        Duration estimated = TypicalDuration.of(
                        jobs, request.owner(), workflows.byName(request.workflow()), request.bytes())
                .duration();
        if (!job.equals(request.job())) {
            Job first = jobs.byId(request.owner(), job);
            return new Submitted(job, first.status(), first.createdAt(), estimated);
        }
        enqueueJob.enqueue(job, request.owner());
        return new Submitted(job, JobStatus.QUEUED, now, estimated);
    }

    private Standing standing(Submission submission, Instant now) {
        boolean posts = submission
                .repository()
                .filter(Submission.Repository::postComments)
                .isPresent();
        return new Standing(
                quotas.of(submission.owner(), now),
                posts && grants.of(submission.owner()).isPresent());
    }

    private void requireReady(Announced announced, Instant now) {
        Upload upload = announced.upload();
        if (announced.usedBy().isPresent()) {
            throw Uploads.used();
        }
        if (!upload.expiresAt().isAfter(now)) {
            throw new Failure.Conflict("The upload has expired. Begin a new one.");
        }
        OptionalLong size = store.size(upload);
        if (size.isEmpty()) {
            throw new Failure.Conflict("Nothing has been uploaded yet. PUT the bytes first, then submit the review.");
        }
        if (size.getAsLong() != upload.size()) {
            throw new Failure.Invalid(
                    "upload_id", "What was uploaded has not the size that was announced. Upload it again.");
        }
    }

    private void requireComparable(UserId owner, JobId baseline) {
        Job job = jobs.byId(owner, baseline);
        if (job.produces() != Produces.REVIEW) {
            throw new Failure.Invalid("baseline_job_id", "Name a review. This execution reviewed nothing.");
        }
        JobStatus status = job.status();
        if (status != JobStatus.COMPLETED) {
            throw new Failure.Invalid(
                    "baseline_job_id",
                    "Name a review that has completed. This one is "
                            + status.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ".");
        }
    }

    private void requireAnswerable(UserId owner, AboutFinding about) {
        reviews.finished(owner, about.job()).report().finding(about.finding());
        if (reviews.files(owner, about.job(), 0, 1).isEmpty()) {
            throw new Failure.Conflict("The code of this review is no longer kept. Review it again, then ask.");
        }
    }

    private Optional<String> repository(Submission submission) {
        return submission
                .repository()
                .flatMap(asked -> submission.project())
                .flatMap(project -> projects.repository(submission.owner(), project));
    }

    private ReviewSettings settings(Submission submission) {
        return submission
                .project()
                .map(project -> projects.settings(submission.owner(), project))
                .orElse(ReviewSettings.DEFAULT);
    }
}
