package dev.assistant.runtime.codebase.index;

import dev.assistant.runtime.codebase.chunk.Chunk;

/**
 * A chunk that was found.
 *
 * @param score higher is better; comparable within one answer only
 */
public record Hit(Chunk chunk, double score) {}
