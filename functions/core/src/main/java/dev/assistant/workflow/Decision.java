package dev.assistant.workflow;

import java.util.Optional;

/**
 * What came of an approval point.
 *
 * @param comment what the person who decided adds
 */
public record Decision(Answer answer, Optional<String> comment) {
    /** How it was decided. */
    public enum Answer {
        APPROVED,
        REJECTED,
        /** Nobody answered in time, which rejects. */
        EXPIRED
    }

    public boolean isApproval() {
        return answer == Answer.APPROVED;
    }

    /** The name in the API: {@code approve} or {@code reject}. */
    public String wireName() {
        return isApproval() ? "approve" : "reject";
    }
}
