package dev.assistant.runtime.codebase.index;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.chunk.Chunk;
import dev.assistant.runtime.codebase.outline.Declaration;
import dev.assistant.runtime.codebase.outline.Outline;
import dev.assistant.runtime.codebase.outline.Usages;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What the index holds of chunks and files, and how it is read again. */
final class Fields {
    static final String PATH = "path";
    static final String LANGUAGE = "language";
    static final String HASH = "hash";
    static final String CONTENT = "content";

    /** Names that a file declares, in lower case. */
    static final String DECLARED = "declared";

    /** Names that stand in a file. */
    static final String NAMES = "names";

    static final String KIND = "kind";

    /** A chunk's own name in lower case, as one word. */
    static final String SYMBOL = "symbol";

    static final String QUALIFIED = "qualified";
    static final String TITLE = "title";
    static final String CODE = "code";
    static final String VECTOR = "vector";

    private static final String TYPE = "type";
    private static final String FILE = "file";
    private static final String CHUNK = "chunk";
    private static final String CONTEXT = "context";
    private static final String FIRST_LINE = "first_line";
    private static final String LAST_LINE = "last_line";
    private static final int LONGEST_NAME = 200;

    static final Sort BY_PATH = new Sort(new SortField(PATH, SortField.Type.STRING));

    private Fields() {}

    static Query files() {
        return new TermQuery(new Term(TYPE, FILE));
    }

    static Query chunks() {
        return new TermQuery(new Term(TYPE, CHUNK));
    }

    /** @param hash of the file's content */
    static Document of(SourceFile file, String hash, Optional<Outline> outline) {
        Document document = new Document();
        document.add(new StringField(TYPE, FILE, Field.Store.NO));
        document.add(new StringField(PATH, file.path(), Field.Store.YES));
        document.add(new SortedDocValuesField(PATH, new BytesRef(file.path())));
        document.add(new StringField(LANGUAGE, file.language().id(), Field.Store.YES));
        document.add(new StringField(HASH, hash, Field.Store.YES));
        document.add(new StoredField(CONTENT, file.content()));
        outline.ifPresent(known -> {
            for (Declaration declaration : known.declarations()) {
                document.add(new StringField(DECLARED, folded(declaration.name()), Field.Store.NO));
            }
            for (String name : Usages.names(known.tree())) {
                if (name.length() <= LONGEST_NAME) {
                    document.add(new StringField(NAMES, name, Field.Store.NO));
                }
            }
        });
        return document;
    }

    /** @param hash of what was embedded */
    static Document of(Chunk chunk, String hash, float[] vector) {
        Document document = new Document();
        document.add(new StringField(TYPE, CHUNK, Field.Store.NO));
        document.add(new StringField(PATH, chunk.path(), Field.Store.YES));
        document.add(new SortedDocValuesField(PATH, new BytesRef(chunk.path())));
        document.add(new StringField(LANGUAGE, chunk.language().id(), Field.Store.YES));
        document.add(new StringField(HASH, hash, Field.Store.NO));
        document.add(new StoredField(KIND, chunk.kind()));
        document.add(new StringField(SYMBOL, folded(lastPart(chunk.name())), Field.Store.NO));
        document.add(new StoredField(QUALIFIED, chunk.name()));
        document.add(new TextField(TITLE, chunk.name() + " " + chunk.path(), Field.Store.NO));
        document.add(new TextField(CODE, chunk.code(), Field.Store.YES));
        document.add(new StoredField(CONTEXT, chunk.context()));
        document.add(new StoredField(FIRST_LINE, chunk.firstLine()));
        document.add(new StoredField(LAST_LINE, chunk.lastLine()));
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static SourceFile file(Document document) {
        return new SourceFile(document.get(PATH), language(document), document.get(CONTENT));
    }

    static Chunk chunk(Document document) {
        return new Chunk(
                document.get(PATH),
                language(document),
                document.get(KIND),
                document.get(QUALIFIED),
                document.get(CONTEXT),
                document.getField(FIRST_LINE).numericValue().intValue(),
                document.getField(LAST_LINE).numericValue().intValue(),
                document.get(CODE));
    }

    static String folded(String name) {
        String known = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return known.toLowerCase(Locale.ROOT);
    }

    private static String lastPart(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    private static Language language(Document document) {
        return Language.byId(document.get(LANGUAGE)).orElse(Language.TEXT);
    }
}
