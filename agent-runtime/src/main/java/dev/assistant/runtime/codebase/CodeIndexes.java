package dev.assistant.runtime.codebase;

import dev.assistant.identity.UserId;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.embedding.Embedder;
import dev.assistant.runtime.codebase.index.CodeIndex;
import dev.assistant.runtime.codebase.index.IndexLimits;
import dev.assistant.runtime.codebase.index.IndexReport;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The code indexes of the jobs in this process, in temporary folders. Jobs of one project take over its index one after the other,
 * so that a later one embeds only what has changed; one that runs beside another gets an index of its own. Those not used for
 * longest are deleted. Thread-safe.
 */
public final class CodeIndexes implements AutoCloseable {
    private final Path root;
    private final Embedder embedder;
    private final IndexLimits limits;
    private final int most;

    /** By job, least recently used first. */
    private final Map<JobId, Held> held = new LinkedHashMap<>(16, 0.75f, true);

    /** Indexes of projects that no job holds, the one released longest ago first. */
    private final Map<Owner, Held> idle = new LinkedHashMap<>();

    /** @param most indexes that are kept at once; jobs that run at once must not be more */
    public CodeIndexes(Embedder embedder, IndexLimits limits, int most) throws IOException {
        this.root = Files.createTempDirectory("code-index-");
        this.embedder = embedder;
        this.limits = limits;
        this.most = most;
    }

    /** To whom an index belongs: nobody else's code may be in it. */
    private record Owner(UserId user, Optional<UUID> project) {}

    private record Held(Owner owner, Path folder, CodeIndex index) {}

    /**
     * Makes a job's index hold these files.
     *
     * @throws InterruptedException when interrupted; the job then has no index
     */
    public IndexReport update(JobId job, UserId user, Optional<UUID> project, Iterable<SourceFile> files)
            throws InterruptedException {
        Held mine = take(job, new Owner(user, project));
        boolean isUpdated = false;
        try {
            IndexReport report = mine.index().update(files);
            isUpdated = true;
            return report;
        } finally {
            if (!isUpdated) {
                release(job); // or the job would search what another one has left
            }
        }
    }

    private synchronized Held take(JobId job, Owner owner) {
        Held known = held.get(job);
        if (known != null) {
            return known;
        }
        Held taken = idle.remove(owner);
        Held mine = taken == null ? open(owner) : taken;
        held.put(job, mine);
        evict();
        return mine;
    }

    /** The index of a job, once it was made. */
    public synchronized Optional<CodeIndex> of(JobId job) {
        return Optional.ofNullable(held.get(job)).map(Held::index);
    }

    /** A job has ended: its index waits for the project's next one, or is deleted when it has no project. */
    public synchronized void release(JobId job) {
        Held mine = held.remove(job);
        if (mine == null) {
            return;
        }
        Held replaced = mine.owner().project().isPresent() ? idle.put(mine.owner(), mine) : mine;
        if (replaced != null) {
            delete(replaced);
        }
    }

    private Held open(Owner owner) {
        Path folder = root.resolve(UUID.randomUUID().toString());
        return new Held(owner, folder, CodeIndex.open(folder, embedder, limits));
    }

    private void evict() {
        while (held.size() + idle.size() > most) {
            Map<?, Held> from = idle.isEmpty() ? held : idle;
            var eldest = from.entrySet().iterator().next();
            delete(eldest.getValue());
            from.remove(eldest.getKey());
        }
    }

    private static void delete(Held gone) {
        gone.index().close();
        deleteAll(gone.folder());
    }

    private static void deleteAll(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        Set<Held> all = new HashSet<>(held.values());
        all.addAll(idle.values());
        held.clear();
        idle.clear();
        all.forEach(CodeIndexes::delete);
        deleteAll(root);
    }
}
