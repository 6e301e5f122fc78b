package dev.assistant.runtime.mcp.memory;

import dev.assistant.memory.Memories;
import dev.assistant.memory.Memory;
import dev.assistant.memory.MemorySpace;
import dev.assistant.memory.MemoryVector;
import dev.assistant.runtime.codebase.embedding.Embedder;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Memories by what they mean, then by the words that they share with the question: those that have no vector of the model in use
 * are found by words alone. Thread-safe.
 */
final class MemorySearch {
    /** Below it, two texts of this model have little to do with each other. */
    private static final double NEAR = 0.25;

    private final Memories memories;
    private final Embedder embedder;

    MemorySearch(Memories memories, Embedder embedder) {
        this.memories = memories;
        this.embedder = embedder;
    }

    MemoryVector vector(String text) {
        return MemoryVector.of(embedder.model(), embedder.embed(text));
    }

    List<Memory> find(MemorySpace space, String question, int limit) {
        MemoryVector asked = vector(question);
        Set<Memory> found = new LinkedHashSet<>(memories.recent(space, Optional.empty(), Memories.MOST).stream()
                .map(memory -> new Near(memory, similarity(memory, asked)))
                .filter(near -> near.similarity() >= NEAR)
                .sorted(Comparator.comparingDouble(Near::similarity).reversed())
                .limit(limit)
                .map(Near::memory)
                .toList());
        found.addAll(memories.matching(space, question, limit));
        return found.stream().limit(limit).toList();
    }

    private record Near(Memory memory, double similarity) {}

    private static double similarity(Memory memory, MemoryVector asked) {
        return memory.vector().map(asked::similarity).orElse(0.0);
    }
}
