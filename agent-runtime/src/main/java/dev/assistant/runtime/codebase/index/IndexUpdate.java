package dev.assistant.runtime.codebase.index;

import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Units;
import dev.assistant.runtime.codebase.chunk.Chunk;
import dev.assistant.runtime.codebase.chunk.Chunker;
import dev.assistant.runtime.codebase.embedding.Embedder;
import dev.assistant.runtime.codebase.outline.Outline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/** One pass over a repository's files, which leaves what has not changed. For one use, not thread-safe. */
final class IndexUpdate {
    private final IndexWriter writer;
    private final KnownVectors known;
    private final Embedder embedder;
    private final IndexLimits limits;
    private final Chunker chunker = new Chunker();

    /** Hash by path, of files that were in the index and were not met yet. */
    private final Map<String, String> before;

    private final List<Pending> pending = new ArrayList<>();
    private int files;
    private int unchanged;
    private int leftOut;
    private int chunks;
    private int embedded;

    IndexUpdate(IndexWriter writer, KnownVectors known, Embedder embedder, IndexLimits limits) throws IOException {
        this.writer = writer;
        this.known = known;
        this.embedder = embedder;
        this.limits = limits;
        this.before = new HashMap<>(known.files());
        this.chunks = known.chunks();
    }

    private record Pending(Chunk chunk, String hash) {}

    IndexReport report(Duration duration) {
        return new IndexReport(files, unchanged, before.size(), leftOut, chunks, embedded, duration);
    }

    void take(SourceFile file) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        String hash = hash(file.language().id() + "\n" + file.content());
        String earlier = before.get(file.path());
        if (hash.equals(earlier)) {
            before.remove(file.path());
            files++;
            unchanged++;
            return;
        }
        if (!isWanted(file)) {
            leftOut++;
            return;
        }
        before.remove(file.path());
        replace(file, hash, earlier != null);
    }

    private void replace(SourceFile file, String hash, boolean wasThere) throws IOException, InterruptedException {
        Optional<Outline> outline = Outline.of(file);
        List<Chunk> found = chunker.chunks(file, outline);
        if (wasThere) {
            remove(file.path());
        }
        if (chunks + found.size() > limits.chunks()) {
            leftOut++;
            return;
        }
        chunks += found.size();
        files++;
        writer.addDocument(Fields.of(file, hash, outline));
        for (Chunk chunk : found) {
            pending.add(new Pending(chunk, hash(chunk.text())));
            if (pending.size() >= limits.batch()) {
                flush();
            }
        }
    }

    private boolean isWanted(SourceFile file) {
        return file.content().length() <= limits.characters()
                && !Units.of(List.of(file), IgnoredPaths.NONE).toReview().isEmpty();
    }

    /** Removes what was not met. */
    void finish() throws IOException, InterruptedException {
        flush();
        for (String path : before.keySet()) {
            remove(path);
        }
    }

    private void remove(String path) throws IOException {
        chunks -= known.chunksOf(path);
        writer.deleteDocuments(new Term(Fields.PATH, path));
    }

    private void flush() throws IOException, InterruptedException {
        Map<String, float[]> vectors = new HashMap<>();
        List<Pending> unknown = new ArrayList<>();
        for (Pending each : pending) {
            Optional<float[]> vector = known.vector(each.hash());
            if (vector.isPresent()) {
                vectors.put(each.hash(), vector.get());
            } else {
                unknown.add(each);
            }
        }
        List<float[]> made =
                embedder.embed(unknown.stream().map(each -> each.chunk().text()).toList());
        for (int i = 0; i < made.size(); i++) {
            vectors.put(unknown.get(i).hash(), made.get(i));
        }
        embedded += made.size();
        for (Pending each : pending) {
            Document document = Fields.of(each.chunk(), each.hash(), Objects.requireNonNull(vectors.get(each.hash())));
            writer.addDocument(document);
        }
        pending.clear();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
