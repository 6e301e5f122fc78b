package dev.assistant.runtime.codebase.index;

import java.util.Map;

/**
 * What an index holds.
 *
 * @param languages how many files by language, the ones without any left out
 * @param bytes on disk
 * @param model that made the vectors
 * @param dimension of the vectors
 */
public record IndexStats(
        int files, int chunks, Map<String, Integer> languages, long bytes, String model, int dimension) {
    public IndexStats {
        languages = Map.copyOf(languages);
    }
}
