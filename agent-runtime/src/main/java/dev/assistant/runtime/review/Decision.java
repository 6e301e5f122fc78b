package dev.assistant.runtime.review;

import dev.assistant.review.Finding;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.Severity;
import dev.assistant.review.Verdict.Gate;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.workflow.Turn;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What a review of a feature comes to, from best to worst (SPEC section 6). */
enum Decision {
    APPROVE,
    NEEDS_WORK,
    REJECT;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the manager decided at the end of a conversation. */
    static Optional<Decision> in(ConversationResult result) {
        return result.turns().reversed().stream()
                .map(Turn::answer)
                .flatMap(Optional::stream)
                .map(answer -> JSON.readTree(answer).path("decision").asString(""))
                .flatMap(said -> Arrays.stream(values())
                        .filter(decision -> decision.name().equals(said)))
                .findFirst();
    }

    static Optional<Decision> stricter(Optional<Decision> one, Optional<Decision> other) {
        return one.isEmpty() ? other : one.map(mine -> mine.or(other));
    }

    private Decision or(Optional<Decision> other) {
        return other.filter(their -> their.compareTo(this) > 0).orElse(this);
    }

    /**
     * What the report alone allows: agents may be stricter, never milder. A gate that did not pass is not approved, and neither is
     * a critical problem that is known to be one.
     */
    static Decision of(ReviewReport report) {
        boolean isCritical = report.findings().stream()
                .filter(Finding::isCounted)
                .anyMatch(finding -> finding.severity() == Severity.CRITICAL);
        if (isCritical) {
            return REJECT;
        }
        return report.verdict().gate() == Gate.PASSED ? APPROVE : NEEDS_WORK;
    }
}
