package dev.assistant.runtime.analysis.syntax;

import java.util.Arrays;

/**
 * A parsed file: every node that tree-sitter made, in arrays in document order. Immutable once built, and safe to use from
 * several threads.
 */
public final class SyntaxTree {
    private static final String ERROR = "ERROR";

    /** Where one part in so many is lost, what was found in the rest says little; unusual dialects lose less. */
    private static final int READABLE_PART = 3;

    /** No node. */
    public static final int NONE = -1;

    private final Grammar grammar;
    private final SourceText source;
    private final Columns columns;

    private SyntaxTree(Grammar grammar, SourceText source, Columns columns) {
        this.grammar = grammar;
        this.source = source;
        this.columns = columns;
    }

    /** The text it was parsed from. */
    public SourceText source() {
        return source;
    }

    /** The node that holds all others. */
    public SyntaxNode root() {
        return new SyntaxNode(this, 0);
    }

    /** How many nodes there are. */
    public int size() {
        return columns.size;
    }

    /** The node at a place in document order. */
    public SyntaxNode node(int index) {
        return new SyntaxNode(this, index);
    }

    /** The grammar's name for the kind of a node, by its place in document order; see {@link SyntaxNode#type()}. */
    public String type(int index) {
        return grammar.symbol(columns.symbol[index]);
    }

    /** Whether it is a construct and not a keyword or sign. */
    public boolean isNamed(int index) {
        return grammar.isNamed(columns.symbol[index]);
    }

    String field(int index) {
        return grammar.field(columns.field[index]);
    }

    /** Where it stands. */
    public Span span(int index) {
        return new Span(columns.start[index], columns.end[index]);
    }

    /** The node that holds it; {@link #NONE} for the root. */
    public int parent(int index) {
        return columns.parent[index];
    }

    /** Its first child; {@link #NONE} when it has none. */
    public int firstChild(int index) {
        return columns.firstChild[index];
    }

    /** The child after it in its parent; {@link #NONE} when it is the last. */
    public int nextSibling(int index) {
        return columns.nextSibling[index];
    }

    /** Whether the parser made nothing of much of the code: words and signs that belong to no construct. */
    public boolean isHardlyReadable() {
        long all = 0;
        long lost = 0;
        for (int node = 0; node < size(); node++) {
            if (firstChild(node) == NONE) {
                int length = span(node).end() - span(node).start();
                all += length;
                lost += isLost(node) ? length : 0;
            }
        }
        return lost * READABLE_PART > all;
    }

    private boolean isLost(int leaf) {
        return type(leaf).equals(ERROR)
                || (parent(leaf) != NONE && type(parent(leaf)).equals(ERROR));
    }

    /** Collects nodes in document order. Not thread-safe. */
    static final class Builder {
        private final Grammar grammar;
        private final SourceText source;
        private final Columns columns = new Columns();

        Builder(Grammar grammar, SourceText source) {
            this.grammar = grammar;
            this.source = source;
        }

        int size() {
            return columns.size;
        }

        /** Adds a node after its previous sibling, or as its parent's first child when there is none; returns its index. */
        int add(int symbol, int field, Span span, int parent, int previousSibling) {
            return columns.add(symbol, field, span, parent, previousSibling);
        }

        SyntaxTree build() {
            return new SyntaxTree(grammar, source, columns);
        }
    }

    private static final class Columns {
        private int size;
        private int[] symbol = new int[256];
        private int[] field = new int[256];
        private int[] start = new int[256];
        private int[] end = new int[256];
        private int[] parent = new int[256];
        private int[] firstChild = new int[256];
        private int[] nextSibling = new int[256];

        int add(int nodeSymbol, int nodeField, Span span, int nodeParent, int previousSibling) {
            if (size == symbol.length) {
                grow();
            }
            int index = size++;
            symbol[index] = nodeSymbol;
            field[index] = nodeField;
            start[index] = span.start();
            end[index] = span.end();
            parent[index] = nodeParent;
            firstChild[index] = NONE;
            nextSibling[index] = NONE;
            if (previousSibling != NONE) {
                nextSibling[previousSibling] = index;
            } else if (nodeParent != NONE) {
                firstChild[nodeParent] = index;
            }
            return index;
        }

        private void grow() {
            int capacity = size * 2;
            symbol = Arrays.copyOf(symbol, capacity);
            field = Arrays.copyOf(field, capacity);
            start = Arrays.copyOf(start, capacity);
            end = Arrays.copyOf(end, capacity);
            parent = Arrays.copyOf(parent, capacity);
            firstChild = Arrays.copyOf(firstChild, capacity);
            nextSibling = Arrays.copyOf(nextSibling, capacity);
        }
    }
}
