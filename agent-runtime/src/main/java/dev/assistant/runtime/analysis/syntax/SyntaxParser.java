package dev.assistant.runtime.analysis.syntax;

import dev.assistant.review.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;

/**
 * Parses source text within limits. Text reaches the native parser as UTF-16, so its positions need no conversion. Broken code
 * gives a tree with {@code ERROR} nodes. Thread-safe.
 */
public final class SyntaxParser {
    private static final int BYTES_PER_UNIT = 2;
    private static final int CHUNK_BYTES = 1 << 16;

    private final Limits limits;

    public SyntaxParser(Limits limits) {
        this.limits = limits;
    }

    /**
     * How much one file may take.
     *
     * @param characters of text
     * @param nodes of its tree
     * @param time for parsing
     */
    public record Limits(int characters, int nodes, Duration time) {
        /** Far above what people write in a file, and little enough for a small container. */
        public static Limits usual() {
            return new Limits(2_000_000, 1_500_000, Duration.ofSeconds(10));
        }
    }

    /** A file was not parsed to the end. */
    public static final class NotParsed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;
        private final boolean lasting;

        NotParsed(String reason, boolean lasting) {
            super(reason);
            this.reason = reason;
            this.lasting = lasting;
        }

        /** Why, in words for the submitter. */
        public String reason() {
            return reason;
        }

        /** Whether it is the text that is to blame, and not the time that parsing took. */
        public boolean lasting() {
            return lasting;
        }
    }

    /** Whether files of the language can be parsed. */
    public static boolean covers(Language language) {
        return Grammar.covers(language);
    }

    /** The file names of the parser and of its grammars, with their versions. */
    public static List<String> artefacts() {
        return Grammar.artefacts();
    }

    /** Parses a file of a language that is {@linkplain #covers covered}. */
    public SyntaxTree parse(SourceText source) throws NotParsed {
        Grammar grammar = Grammar.of(source)
                .orElseThrow(() -> new IllegalArgumentException("no grammar for " + source.language()));
        if (source.content().length() > limits.characters()) {
            throw new NotParsed(
                    "more than %,d characters: too long for data-flow analysis".formatted(limits.characters()), true);
        }
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(grammar.language());
            try (TSTree tree = parse(parser, source.content())) {
                return copy(tree, grammar, source);
            }
        }
    }

    private TSTree parse(TSParser parser, String text) throws NotParsed {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        long deadline = System.nanoTime() + limits.time().toNanos();
        TSTree tree = parser.parseWithOptions(
                new byte[CHUNK_BYTES],
                null,
                (chunk, offset, point) -> {
                    int length = Math.max(0, Math.min(chunk.length, bytes.length - offset));
                    System.arraycopy(bytes, Math.min(offset, bytes.length), chunk, 0, length);
                    return length;
                },
                TSInputEncoding.TSInputEncodingUTF16LE,
                state -> System.nanoTime() > deadline);
        if (tree == null) {
            throw new NotParsed(
                    "parsing took longer than %d seconds"
                            .formatted(limits.time().toSeconds()),
                    false);
        }
        return tree;
    }

    private SyntaxTree copy(TSTree tree, Grammar grammar, SourceText source) throws NotParsed {
        SyntaxTree.Builder builder = new SyntaxTree.Builder(grammar, source);
        Ancestry ancestry = new Ancestry();
        try (TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
            do {
                if (builder.size() >= limits.nodes()) {
                    throw new NotParsed(
                            "more than %,d syntax nodes: too much for data-flow analysis".formatted(limits.nodes()),
                            true);
                }
                ancestry.add(builder, cursor);
            } while (ancestry.advance(cursor));
        }
        return builder.build();
    }

    /** Walks the native tree without recursion, however deep it nests. */
    private static final class Ancestry {
        private int[] lastAtDepth = new int[64];
        private int depth;
        private int previous = SyntaxTree.NONE;

        void add(SyntaxTree.Builder builder, TSTreeCursor cursor) {
            TSNode node = cursor.currentNode();
            Span span = new Span(node.getStartByte() / BYTES_PER_UNIT, node.getEndByte() / BYTES_PER_UNIT);
            int parent = depth == 0 ? SyntaxTree.NONE : lastAtDepth[depth - 1];
            if (depth == lastAtDepth.length) {
                lastAtDepth = java.util.Arrays.copyOf(lastAtDepth, depth * 2);
            }
            lastAtDepth[depth] = builder.add(node.getSymbol(), cursor.currentFieldId(), span, parent, previous);
        }

        boolean advance(TSTreeCursor cursor) {
            if (cursor.gotoFirstChild()) {
                depth++;
                previous = SyntaxTree.NONE;
                return true;
            }
            while (!cursor.gotoNextSibling()) {
                if (!cursor.gotoParent()) {
                    return false;
                }
                depth--;
            }
            previous = lastAtDepth[depth];
            return true;
        }
    }
}
