package dev.assistant.project;

import dev.assistant.review.Severity;
import dev.assistant.review.Verdict;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A project as a list shows it. */
public record ProjectOverview(Project project, Optional<LastReview> lastReview) {

    /**
     * The review that was submitted last, finished or not.
     *
     * @param issueCounts findings by severity; empty while not finished
     */
    public record LastReview(
            JobId job,
            JobStatus status,
            Optional<Verdict.Gate> gate,
            Map<Severity, Integer> issueCounts,
            Instant createdAt,
            Optional<Instant> completedAt) {
        public LastReview {
            issueCounts = Map.copyOf(issueCounts);
        }
    }
}
