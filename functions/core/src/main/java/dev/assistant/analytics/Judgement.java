package dev.assistant.analytics;

/**
 * What a person thought of a rule's findings.
 *
 * @param right findings that they called helpful or accepted
 * @param wrong findings that they called not helpful or dismissed as false positives
 */
public record Judgement(String rule, long right, long wrong) {
    public Judgement {
        if (right < 0 || wrong < 0 || right + wrong == 0) {
            throw new IllegalArgumentException("a judgement is about at least one finding");
        }
    }

    /** Share of the judged findings that were right, 0 to 1: the rule's precision as its reader sees it. */
    public double rightShare() {
        return (double) right / (right + wrong);
    }
}
