package dev.assistant.runtime.codebase.index;

import dev.assistant.runtime.codebase.chunk.Chunk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;

/**
 * Ranks chunks by their vectors with a light share of BM25, and by BM25 alone when a name is looked for. Both scores are stretched
 * to 0..1 over the candidates before they are added: reciprocal rank fusion with equal weights loses a fifth of MRR on CoSQA.
 */
final class HybridSearch {
    private static final double LEXICAL_SHARE = 0.05;
    private static final int CANDIDATES = 200;
    private static final double LEAST_RANGE = 1e-9;
    private static final int MOST_WORDS = 64;
    private static final float NAMED = 6;
    private static final float TITLE = 2;

    private final IndexSearcher searcher;
    private final CodeAnalyzer analyzer;

    HybridSearch(IndexSearcher searcher, CodeAnalyzer analyzer) {
        this.searcher = searcher;
        this.analyzer = analyzer;
    }

    /** Code that answers a question. */
    List<Hit> answering(CodeQuery query, float[] vector) throws IOException {
        return hits(blended(lexical(words(query), query), vector, query, LEXICAL_SHARE), query.limit());
    }

    /** Code near a vector. */
    List<Hit> near(CodeQuery query, float[] vector) throws IOException {
        return hits(blended(Map.of(), vector, query, 0), query.limit());
    }

    /** Code that is named so or names it; what only means something like it comes after. */
    List<Hit> named(String name, CodeQuery query, float[] vector) throws IOException {
        String last = name.replaceAll("^.*(?:\\.|::|#|->)", "");
        BooleanQuery.Builder either = new BooleanQuery.Builder()
                .add(new BoostQuery(new TermQuery(new Term(Fields.SYMBOL, Fields.folded(last))), NAMED), Occur.SHOULD);
        String whole = analyzer.words(last, MOST_WORDS).stream().findFirst().orElse("");
        either.add(new BoostQuery(new TermQuery(new Term(Fields.TITLE, whole)), TITLE), Occur.SHOULD);
        either.add(new TermQuery(new Term(Fields.CODE, whole)), Occur.SHOULD);
        Map<Integer, Double> exact = lexical(either.build(), query);
        Map<Integer, Double> scores = new HashMap<>(blended(lexical(words(query), query), vector, query, 0.5));
        exact.forEach((document, score) -> scores.merge(document, 1 + score, Math::max));
        return hits(scores, query.limit());
    }

    private Query words(CodeQuery query) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String word : analyzer.words(query.question(), MOST_WORDS)) {
            words.add(new TermQuery(new Term(Fields.CODE, word)), Occur.SHOULD);
        }
        return words.build();
    }

    private Map<Integer, Double> lexical(Query words, CodeQuery query) throws IOException {
        Query within = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(filter(query), Occur.FILTER)
                .build();
        return scores(searcher.search(within, CANDIDATES).scoreDocs);
    }

    private Map<Integer, Double> blended(
            Map<Integer, Double> lexical, float[] vector, CodeQuery query, double lexicalShare) throws IOException {
        Map<Integer, Double> near = scores(
                searcher.search(new KnnFloatVectorQuery(Fields.VECTOR, vector, CANDIDATES, filter(query)), CANDIDATES)
                        .scoreDocs);
        Map<Integer, Double> meaning = stretched(near);
        double least = near.values().stream().mapToDouble(score -> score).min().orElse(0);
        double most = near.values().stream().mapToDouble(score -> score).max().orElse(1);
        for (int document : lexical.keySet()) {
            if (!near.containsKey(document)) {
                float[] other = KnownVectors.vector(searcher.getIndexReader(), document);
                double score = (1 + VectorUtil.dotProduct(vector, other)) / 2.0;
                meaning.put(document, (score - least) / Math.max(most - least, LEAST_RANGE));
            }
        }
        Map<Integer, Double> words = stretched(lexical);
        Map<Integer, Double> blended = new HashMap<>();
        meaning.forEach((document, score) ->
                blended.put(document, (1 - lexicalShare) * score + lexicalShare * words.getOrDefault(document, 0.0)));
        return blended;
    }

    private static Map<Integer, Double> scores(ScoreDoc[] found) {
        Map<Integer, Double> scores = new HashMap<>();
        for (ScoreDoc hit : found) {
            scores.put(hit.doc, (double) hit.score);
        }
        return scores;
    }

    private static Map<Integer, Double> stretched(Map<Integer, Double> scores) {
        double least =
                scores.values().stream().mapToDouble(score -> score).min().orElse(0);
        double most = scores.values().stream().mapToDouble(score -> score).max().orElse(0);
        double range = Math.max(most - least, LEAST_RANGE);
        Map<Integer, Double> stretched = new HashMap<>();
        scores.forEach((document, score) -> stretched.put(document, (score - least) / range));
        return stretched;
    }

    private static Query filter(CodeQuery query) {
        BooleanQuery.Builder filter = new BooleanQuery.Builder().add(Fields.chunks(), Occur.FILTER);
        query.language()
                .ifPresent(
                        language -> filter.add(new TermQuery(new Term(Fields.LANGUAGE, language.id())), Occur.FILTER));
        query.folder().ifPresent(folder -> filter.add(new PrefixQuery(new Term(Fields.PATH, folder)), Occur.FILTER));
        return filter.build();
    }

    /** The best ones; of a function in several pieces the best piece. */
    private List<Hit> hits(Map<Integer, Double> scores, int limit) throws IOException {
        List<Map.Entry<Integer, Double>> ranked = new ArrayList<>(scores.entrySet());
        ranked.sort(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        List<Hit> hits = new ArrayList<>();
        Set<String> functions = new HashSet<>();
        for (Map.Entry<Integer, Double> entry : ranked) {
            if (hits.size() == limit) {
                break;
            }
            Document document = searcher.storedFields().document(entry.getKey());
            Chunk chunk = Fields.chunk(document);
            if (chunk.name().isEmpty() || functions.add(chunk.path() + "\n" + chunk.name())) {
                hits.add(new Hit(chunk, entry.getValue()));
            }
        }
        return hits;
    }
}
