package dev.assistant.review;

/**
 * A finding that a comment in the code asks not to report. It is left out of the findings and named in the receipt, so that nothing
 * disappears without a trace.
 *
 * @param line where the finding is, from 1
 * @param reason why, in the words of the comment
 */
public record Suppression(String path, int line, String ruleId, String reason) {}
