package dev.assistant.runtime.codebase.index;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.chunk.Chunker;
import dev.assistant.runtime.codebase.embedding.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;

/**
 * The index of one repository in a folder of its own. It keeps the name and dimension of the model that made its vectors: when
 * another one is used, it begins anew rather than mixing them. Thread-safe; updates run one after the other, and what is searched
 * meanwhile is the state before.
 */
public final class CodeIndex implements AutoCloseable {
    /** Raised whenever chunks or fields change, so that what an earlier version wrote is not read. */
    private static final String FORMAT = "1";

    private final Directory directory;
    private final Embedder embedder;
    private final IndexLimits limits;
    private final CodeAnalyzer analyzer = new CodeAnalyzer();
    private final SearcherManager searchers;

    private CodeIndex(Directory directory, Embedder embedder, IndexLimits limits) throws IOException {
        this.directory = directory;
        this.embedder = embedder;
        this.limits = limits;
        if (!DirectoryReader.indexExists(directory) || !isFrom(embedder, directory)) {
            try (IndexWriter empty = writer(OpenMode.CREATE)) {
                commit(empty);
            }
        }
        this.searchers = new SearcherManager(directory, null);
    }

    /** Opens what the folder holds, or begins anew when it is empty or was made by another model. One at a time for a folder. */
    public static CodeIndex open(Path folder, Embedder embedder, IndexLimits limits) {
        try {
            return new CodeIndex(FSDirectory.open(folder), embedder, limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFrom(Embedder embedder, Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.getIndexCommit().getUserData().equals(origin(embedder));
        }
    }

    private static Map<String, String> origin(Embedder embedder) {
        return Map.of(
                "format", FORMAT,
                "model", embedder.model(),
                "dimension", String.valueOf(embedder.dimension()));
    }

    private IndexWriter writer(OpenMode mode) throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer).setOpenMode(mode).setRAMBufferSizeMB(limits.bufferMegabytes()));
    }

    private void commit(IndexWriter writer) throws IOException {
        writer.setLiveCommitData(origin(embedder).entrySet());
        writer.commit();
    }

    /**
     * Makes the index hold these files and no others. What has not changed is left as it is.
     *
     * @param files each path once
     * @throws InterruptedException when interrupted; the index is then as before
     */
    public synchronized IndexReport update(Iterable<SourceFile> files) throws InterruptedException {
        long start = System.nanoTime();
        try {
            IndexSearcher before = searchers.acquire();
            try {
                IndexUpdate update = update(files, new KnownVectors(before));
                return update.report(Duration.ofNanos(System.nanoTime() - start));
            } finally {
                searchers.release(before);
                searchers.maybeRefreshBlocking();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IndexUpdate update(Iterable<SourceFile> files, KnownVectors known)
            throws IOException, InterruptedException {
        IndexWriter writer = writer(OpenMode.APPEND);
        try {
            IndexUpdate update = new IndexUpdate(writer, known, embedder, limits);
            for (SourceFile file : files) {
                update.take(file);
            }
            update.finish();
            commit(writer);
            writer.close();
            return update;
        } finally {
            if (writer.isOpen()) {
                writer.rollback();
            }
        }
    }

    /** Code that answers a question, or is named as the query says. Best first. */
    public List<Hit> search(CodeQuery query) {
        float[] vector = vector(query);
        return searching(searcher -> {
            HybridSearch search = new HybridSearch(searcher, analyzer);
            Optional<String> name = query.name();
            return name.isPresent() ? search.named(name.get(), query, vector) : search.answering(query, vector);
        });
    }

    /** Between the question and the declaration that would answer it: code is nearer to both than to either. */
    private float[] vector(CodeQuery query) {
        float[] vector = embedder.embed(query.question());
        float[] declared = embedder.embed(query.declaration());
        for (int i = 0; i < vector.length; i++) {
            vector[i] += declared[i];
        }
        return VectorUtil.l2normalize(vector, false);
    }

    /** Code like that of the query. Best first. */
    public List<Hit> similar(CodeQuery query) {
        String code = query.text();
        float[] vector =
                embedder.embed(code.length() > Chunker.CHARACTERS ? code.substring(0, Chunker.CHARACTERS) : code);
        return searching(searcher -> new HybridSearch(searcher, analyzer).near(query, vector));
    }

    /** A file as it was when it was indexed. */
    public Optional<SourceFile> file(String path) {
        return files(new TermQuery(new Term(Fields.PATH, path)), 1).stream().findFirst();
    }

    /** Files that declare a name, upper and lower case alike, by path. */
    public List<SourceFile> declaring(String name, int most) {
        return files(new TermQuery(new Term(Fields.DECLARED, Fields.folded(name))), most);
    }

    /** Files in whose code a name stands, by path. */
    public List<SourceFile> naming(String name, int most) {
        return files(new TermQuery(new Term(Fields.NAMES, name)), most);
    }

    private List<SourceFile> files(Query query, int most) {
        Query filesOnly = new BooleanQuery.Builder()
                .add(Fields.files(), Occur.FILTER)
                .add(query, Occur.FILTER)
                .build();
        return searching(searcher -> {
            List<SourceFile> files = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(filesOnly, most, Fields.BY_PATH).scoreDocs) {
                files.add(Fields.file(searcher.storedFields().document(hit.doc)));
            }
            return files;
        });
    }

    /** What the index holds now. */
    public IndexStats stats() {
        return searching(searcher -> {
            Map<String, Integer> languages = new TreeMap<>();
            for (Language language : Language.values()) {
                int files = searcher.count(new BooleanQuery.Builder()
                        .add(Fields.files(), Occur.FILTER)
                        .add(new TermQuery(new Term(Fields.LANGUAGE, language.id())), Occur.FILTER)
                        .build());
                if (files > 0) {
                    languages.put(language.id(), files);
                }
            }
            long bytes = 0;
            for (String file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
            return new IndexStats(
                    searcher.count(Fields.files()),
                    searcher.count(Fields.chunks()),
                    languages,
                    bytes,
                    embedder.model(),
                    embedder.dimension());
        });
    }

    @Override
    public synchronized void close() {
        try {
            searchers.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T searching(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
