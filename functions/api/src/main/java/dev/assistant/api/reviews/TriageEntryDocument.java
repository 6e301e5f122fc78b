package dev.assistant.api.reviews;

import dev.assistant.review.Triage;
import dev.assistant.review.Triages;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A remembered decision on the wire. Grows only by optional fields. */
record TriageEntryDocument(
        String id,
        String fingerprint,
        String state,
        @Nullable String reason,
        @Nullable String comment,
        String authorId,
        Instant decidedAt,
        @Nullable Instant expiresAt,
        String severity,
        String category,
        String ruleId,
        String filePath,
        String message,
        @Nullable String jobId) {

    static TriageEntryDocument of(Triages.Entry entry) {
        Triage triage = entry.triage();
        return new TriageEntryDocument(
                entry.id().toString(),
                entry.fingerprint(),
                triage.state().id(),
                triage.reason().map(Triage.Reason::id).orElse(null),
                triage.comment().orElse(null),
                triage.author().toString(),
                triage.decidedAt(),
                triage.expiresAt().orElse(null),
                entry.severity().id(),
                entry.category().id(),
                entry.ruleId(),
                entry.path(),
                entry.message(),
                entry.job().map(Object::toString).orElse(null));
    }
}
