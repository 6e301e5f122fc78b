package dev.assistant.adapters.report;

import dev.assistant.identity.UserId;
import dev.assistant.review.FinishedReview;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Triage;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Produces;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Completed reviews for tests. */
final class FinishedReviews {
    static final JobId JOB = new JobId(UUID.fromString("0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e07"));
    static final UserId OWNER = new UserId(UUID.fromString("0199f3a2-0000-7000-8000-000000000001"));

    private FinishedReviews() {}

    static FinishedReview of(ReviewReport report) {
        return new FinishedReview(
                new Job(
                        JOB,
                        OWNER,
                        Optional.empty(),
                        "quick_code_review",
                        Produces.REVIEW,
                        JobStatus.COMPLETED,
                        100,
                        "completed",
                        Optional.empty(),
                        false,
                        Instant.parse("2026-01-15T09:30:12.104Z"),
                        Optional.of(Instant.parse("2026-01-15T09:30:12.310Z")),
                        Optional.of(Instant.parse("2026-01-15T09:30:15.780Z"))),
                report);
    }

    static Triage dismissal(String comment) {
        return new Triage(
                Triage.State.DISMISSED,
                Optional.of(Triage.Reason.FALSE_POSITIVE),
                Optional.of(comment),
                OWNER,
                Instant.parse("2026-01-16T08:00:00Z"),
                Optional.of(Instant.parse("2026-07-16T08:00:00Z")));
    }
}
