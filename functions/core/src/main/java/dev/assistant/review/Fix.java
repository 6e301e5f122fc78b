package dev.assistant.review;

/**
 * A change that makes a finding go away: one stretch of the file replaced.
 *
 * @param description what the change does, in a few words
 * @param range what is replaced
 * @param replacement what stands there afterwards; empty to delete
 */
public record Fix(String description, TextRange range, String replacement) {}
