package dev.assistant.runtime.codebase.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** What an index holds already: files by path, vectors by the hash of their text. */
final class KnownVectors {
    private static final Set<String> FILE_FIELDS = Set.of(Fields.PATH, Fields.HASH);

    private final IndexSearcher searcher;

    KnownVectors(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The hash of each file's content by its path. */
    Map<String, String> files() throws IOException {
        Map<String, String> hashes = new HashMap<>();
        int most = Math.max(1, searcher.count(Fields.files()));
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(Fields.files(), most).scoreDocs) {
            Document document = stored.document(hit.doc, FILE_FIELDS);
            hashes.put(document.get(Fields.PATH), document.get(Fields.HASH));
        }
        return hashes;
    }

    int chunks() throws IOException {
        return searcher.count(Fields.chunks());
    }

    int chunksOf(String path) throws IOException {
        Query chunksAtPath = new BooleanQuery.Builder()
                .add(Fields.chunks(), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.PATH, path)), Occur.FILTER)
                .build();
        return searcher.count(chunksAtPath);
    }

    /** The vector of a text that was embedded before. */
    Optional<float[]> vector(String hash) throws IOException {
        Query sameText = new BooleanQuery.Builder()
                .add(Fields.chunks(), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.HASH, hash)), Occur.FILTER)
                .build();
        ScoreDoc[] hits = searcher.search(sameText, 1).scoreDocs;
        return hits.length == 0 ? Optional.empty() : Optional.of(vector(searcher.getIndexReader(), hits[0].doc));
    }

    static float[] vector(IndexReader reader, int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
        var iterator = values.iterator();
        iterator.advance(document - leaf.docBase);
        return values.vectorValue(iterator.index()).clone();
    }
}
