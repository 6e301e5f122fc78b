package dev.assistant.adapters.json;

import dev.assistant.identity.UserId;
import dev.assistant.review.Triage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a finding stands, on the wire; an open one has only its state. Grows only by optional fields. */
record TriageDocument(
        String state,
        @Nullable String reason,
        @Nullable String comment,
        @Nullable UUID authorId,
        @Nullable Instant decidedAt,
        @Nullable Instant expiresAt) {
    private static final TriageDocument OPEN = new TriageDocument(Triage.State.OPEN.id(), null, null, null, null, null);

    static TriageDocument of(Optional<Triage> triage) {
        return triage.map(decided -> new TriageDocument(
                        decided.state().id(),
                        decided.reason().map(Triage.Reason::id).orElse(null),
                        decided.comment().orElse(null),
                        decided.author().value(),
                        decided.decidedAt(),
                        decided.expiresAt().orElse(null)))
                .orElse(OPEN);
    }

    Optional<Triage> toTriage() {
        if (authorId == null || decidedAt == null) {
            return Optional.empty();
        }
        return Optional.of(new Triage(
                WireNames.constant(Triage.State.class, state),
                Optional.ofNullable(reason).map(name -> WireNames.constant(Triage.Reason.class, name)),
                Optional.ofNullable(comment),
                new UserId(authorId),
                decidedAt,
                Optional.ofNullable(expiresAt)));
    }
}
