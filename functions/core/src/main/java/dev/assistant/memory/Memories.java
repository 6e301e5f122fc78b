package dev.assistant.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The memories of everybody; each call sees one space. Thread-safe. */
public interface Memories {
    /** How many a space may hold, so that all of them can be compared with a question. */
    int MOST = 2_000;

    /**
     * Keeps a memory. The same id again changes nothing.
     *
     * @throws dev.assistant.failure.Failure.Conflict when the space is full
     * @throws dev.assistant.failure.Failure.NotFound when the owner has no such project
     */
    void add(MemorySpace space, Memory memory);

    Optional<Memory> find(MemorySpace space, UUID id);

    /**
     * The latest changed ones first.
     *
     * @param tag only those with it, if given
     */
    List<Memory> recent(MemorySpace space, Optional<String> tag, int limit);

    /** Those that have any of the words, best first; also works where there are no vectors. */
    List<Memory> matching(MemorySpace space, String words, int limit);

    /** Replaces text, tags, importance and vector; false when there is no such memory. */
    boolean change(MemorySpace space, Memory memory);

    /** Forgets one; false when there is no such memory. */
    boolean delete(MemorySpace space, UUID id);

    /**
     * Forgets those that were last changed before a time and are less important.
     *
     * @param keepFrom this importance and above stays
     * @return how many
     */
    int prune(MemorySpace space, Instant before, int keepFrom);

    Stats stats(MemorySpace space);

    /**
     * What a space holds.
     *
     * @param withVector how many can be found by meaning
     * @param oldest when the oldest was made; empty when there is none
     */
    record Stats(int count, int withVector, Optional<Instant> oldest, Optional<Instant> latest) {}
}
