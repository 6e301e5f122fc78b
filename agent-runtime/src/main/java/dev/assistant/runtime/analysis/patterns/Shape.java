package dev.assistant.runtime.analysis.patterns;

import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A shape in one language: parsed code with placeholders, or a kind of construct.
 *
 * @param kind the kind of construct; empty for parsed code
 * @param tree the parsed code
 * @param roots the nodes that make it, one, or several statements in a row
 */
record Shape(String kind, SyntaxTree tree, List<Integer> roots) {
    /** What a placeholder is written as while code is parsed: an ordinary name in every language. */
    static final String HOLE = "hole__";

    static final String REST = "rest__";

    Shape {
        roots = List.copyOf(roots);
    }

    /** The placeholder's name when a text is one; otherwise empty. */
    static String placeholder(String text) {
        String name = text.startsWith("$") ? text.substring(1) : text;
        return name.startsWith(HOLE) && isWord(name) ? name.substring(HOLE.length()) : "";
    }

    /** Whether a text stands for any number of nodes. */
    static boolean isRest(String text) {
        String bare = bare(text);
        return bare.startsWith(REST) && isWord(bare);
    }

    /** The name under which what it stands for is kept; empty for none. */
    static String restName(String text) {
        return bare(text).substring(REST.length());
    }

    /** Without what makes a name a variable or a statement. */
    private static String bare(String text) {
        String name = text.startsWith("$") ? text.substring(1) : text;
        String statement = name.endsWith(";") ? name.substring(0, name.length() - 1) : name;
        return statement.endsWith("()") ? statement.substring(0, statement.length() - 2) : statement;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }

    /** The children of a node that count when trees are compared: no comments, no punctuation. */
    static List<Integer> children(SyntaxTree tree, int node) {
        List<Integer> children = new ArrayList<>();
        for (int child = tree.firstChild(node); child != SyntaxTree.NONE; child = tree.nextSibling(child)) {
            if (counts(tree, child)) {
                children.add(child);
            }
        }
        return children;
    }

    static boolean counts(SyntaxTree tree, int node) {
        return switch (tree.type(node)) {
            case "comment", "line_comment", "block_comment", "multiline_comment", ",", ";", "(", ")", "\n" -> false;
            default -> tree.span(node).end() > tree.span(node).start();
        };
    }
}
