package dev.assistant.api.reviews;

import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a job stands, on the wire (SPEC section 2). Grows only by optional fields. */
public record StatusDocument(
        String jobId,
        String status,
        String workflow,
        int progress,
        String step,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable String error,
        @Nullable String retryOf,
        List<String> failedAgents) {

    public static StatusDocument of(Job job) {
        return of(job, Optional.empty(), List.of());
    }

    /**
     * @param retryOf the job that it goes on from
     * @param failedAgents whose turns came to nothing
     */
    static StatusDocument of(Job job, Optional<JobId> retryOf, List<String> failedAgents) {
        return new StatusDocument(
                job.id().toString(),
                job.status().name().toLowerCase(Locale.ROOT),
                job.workflow(),
                job.progress(),
                job.step(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.completedAt().orElse(null),
                job.error().orElse(null),
                retryOf.map(JobId::toString).orElse(null),
                failedAgents);
    }
}
