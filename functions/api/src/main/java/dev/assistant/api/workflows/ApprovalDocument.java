package dev.assistant.api.workflows;

import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person was asked, on the wire. Grows only by optional fields. */
record ApprovalDocument(
        String step,
        String prompt,
        String plan,
        String planHash,
        Instant expiresAt,
        @Nullable String decision,
        @Nullable String comment,
        @Nullable Instant answeredAt) {
    static ApprovalDocument of(Approval approval) {
        return new ApprovalDocument(
                approval.step(),
                approval.prompt(),
                approval.plan(),
                approval.planHash(),
                approval.expiresAt(),
                approval.decision().map(Decision::wireName).orElse(null),
                approval.decision().flatMap(Decision::comment).orElse(null),
                approval.decidedAt().orElse(null));
    }
}
