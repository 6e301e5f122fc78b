package dev.assistant.progress;

import java.time.Instant;

/**
 * An event with its place in its job's history.
 *
 * @param seq from 1, rising by exactly one
 * @param at when it was told
 */
public record Sequenced(long seq, JobEvent event, Instant at) {}
