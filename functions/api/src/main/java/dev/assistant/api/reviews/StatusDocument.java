package dev.assistant.api.reviews;

import dev.assistant.workflow.Job;
import java.time.Instant;
import java.util.Locale;
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
        @Nullable String error) {

    public static StatusDocument of(Job job) {
        return new StatusDocument(
                job.id().toString(),
                job.status().name().toLowerCase(Locale.ROOT),
                job.workflow(),
                job.progress(),
                job.step(),
                job.createdAt(),
                job.startedAt().orElse(null),
                job.completedAt().orElse(null),
                job.error().orElse(null));
    }
}
