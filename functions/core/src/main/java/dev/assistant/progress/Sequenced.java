package dev.assistant.progress;

/**
 * An event with its place in its job's history.
 *
 * @param seq from 1, rising by exactly one
 */
public record Sequenced(long seq, JobEvent event) {}
