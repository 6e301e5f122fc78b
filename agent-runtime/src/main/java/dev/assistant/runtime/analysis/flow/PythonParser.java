package dev.assistant.runtime.analysis.flow;

import org.jspecify.annotations.Nullable;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterPython;

/**
 * Parses Python with tree-sitter, which reads UTF-8 and counts bytes: of its UTF-16 variants the binding makes UTF-8 too.
 */
final class PythonParser {
    private PythonParser() {}

    /** The tree of any text: where it makes no sense, there are nodes of type {@code ERROR}. */
    static Node parse(String text) {
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(new TreeSitterPython());
            try (TSTree tree = parser.parseString(null, text);
                    TSTreeCursor cursor = new TSTreeCursor(tree.getRootNode())) {
                return copy(cursor, text, new Utf8Offsets(text));
            }
        }
    }

    private static Node copy(TSTreeCursor cursor, String text, Utf8Offsets offsets) {
        Node root = node(cursor, null, text, offsets);
        Node parent = root;
        boolean descends = cursor.gotoFirstChild();
        while (descends) {
            TSNode current = cursor.currentNode();
            Node next =
                    current.isNamed() || cursor.currentFieldName() != null ? node(cursor, parent, text, offsets) : null;
            if (next != null && cursor.gotoFirstChild()) {
                parent = next;
                continue;
            }
            while (!cursor.gotoNextSibling()) {
                if (!cursor.gotoParent() || parent.parent() == null) {
                    return root;
                }
                parent = parent.parent();
            }
        }
        return root;
    }

    private static Node node(TSTreeCursor cursor, @Nullable Node parent, String text, Utf8Offsets offsets) {
        TSNode node = cursor.currentNode();
        return new Node(
                node.getType(),
                cursor.currentFieldName(),
                parent,
                text,
                offsets.character(node.getStartByte()),
                offsets.character(node.getEndByte()));
    }
}
