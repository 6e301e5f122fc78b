package dev.assistant.runtime.analysis.patterns;

import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares a shape's tree with the tree of a file. Not thread-safe. */
final class TreeComparison {
    private static final Pattern LITERAL =
            Pattern.compile("(?s)[A-Za-z@$#]{0,3}(\"\"\"|'''|\"|'|`)(?<content>.*)\\1#*");

    private final SyntaxTree file;
    private final Budget budget;
    private final Map<Integer, List<Integer>> children = new HashMap<>();

    TreeComparison(SyntaxTree file, Budget budget) {
        this.file = file;
        this.budget = budget;
    }

    /** What the placeholders stand for when a shape begins at a node; null when it is not there. */
    @Nullable
    Bindings at(Shape shape, int node, Bindings known) {
        List<Integer> roots = shape.roots();
        if (roots.size() == 1) {
            return node(shape.tree(), roots.getFirst(), node, known);
        }
        int parent = file.parent(node);
        if (parent == SyntaxTree.NONE) {
            return null;
        }
        List<Integer> siblings = children(parent);
        int from = siblings.indexOf(node);
        return from < 0 ? null : row(shape.tree(), roots, 0, siblings, from, known, true);
    }

    private List<Integer> children(int node) {
        return children.computeIfAbsent(node, parent -> Shape.children(file, parent));
    }

    private @Nullable Bindings node(SyntaxTree shape, int written, int found, Bindings known) {
        budget.spend();
        int expected = bare(shape, written);
        String placeholder = placeholder(shape, expected);
        if (!placeholder.isEmpty()) {
            return bind(placeholder, expected == written ? found : bare(file, found), known);
        }
        int actual = bare(file, found);
        String type = shape.type(expected);
        if (Kinds.isString(type) && Kinds.isString(file.type(actual))) {
            return sameLiteral(text(shape, expected), text(file, actual)) ? known : null;
        }
        if (!type.equals(file.type(actual))) {
            return null;
        }
        if (shape.firstChild(expected) == SyntaxTree.NONE) {
            return text(shape, expected).equals(text(file, actual)) ? known : null;
        }
        return row(shape, Shape.children(shape, expected), 0, children(actual), 0, known, false);
    }

    private @Nullable Bindings row(
            SyntaxTree shape,
            List<Integer> written,
            int at,
            List<Integer> found,
            int from,
            Bindings known,
            boolean mayGoOn) {
        if (at == written.size()) {
            return mayGoOn || from == found.size() ? known : null;
        }
        int expected = written.get(at);
        if (isRest(shape, expected)) {
            for (int end = from; end <= found.size(); end++) {
                budget.spend();
                Bindings extended = withRest(shape, expected, found, from, end, known);
                Bindings after = row(shape, written, at + 1, found, end, extended, mayGoOn);
                if (after != null) {
                    return after;
                }
            }
            return null;
        }
        if (from == found.size()) {
            return null;
        }
        Bindings next = node(shape, expected, found.get(from), known);
        return next == null ? null : row(shape, written, at + 1, found, from + 1, next, mayGoOn);
    }

    private Bindings withRest(SyntaxTree shape, int expected, List<Integer> found, int from, int end, Bindings known) {
        String name = Shape.restName(text(shape, expected));
        if (name.isEmpty()) {
            return known;
        }
        Span span = end == from ? new Span(0, 0) : file.span(found.get(from)).to(file.span(found.get(end - 1)));
        return known.with(name, -1, span);
    }

    private @Nullable Bindings bind(String placeholder, int argument, Bindings known) {
        int found = passed(argument);
        if (!file.isNamed(found) && !isWord(file.type(found))) {
            return null;
        }
        if (placeholder.equals("ANY")) {
            return known;
        }
        Bindings before = known.find(placeholder).orElse(null);
        if (before == null) {
            return known.with(placeholder, found, file.span(found));
        }
        return file.source().slice(before.span()).equals(text(file, found)) ? known : null;
    }

    /** What is passed, where a grammar has a node around it. */
    private int passed(int node) {
        String type = file.type(node);
        if (!type.equals("argument") && !type.equals("value_argument")) {
            return node;
        }
        List<Integer> children = children(node);
        return children.size() == 1 ? children.getFirst() : node;
    }

    /** Some grammars take {@code this} and the like for signs. */
    private static boolean isWord(String type) {
        return Character.isLetter(type.charAt(0));
    }

    /** Without brackets that only group. */
    private static int bare(SyntaxTree tree, int node) {
        int at = node;
        while (tree.type(at).equals("parenthesized_expression")) {
            List<Integer> children = Shape.children(tree, at);
            if (children.size() != 1) {
                return at;
            }
            at = children.getFirst();
        }
        return at;
    }

    private static String placeholder(SyntaxTree shape, int node) {
        return isShort(shape, node) ? Shape.placeholder(text(shape, node)) : "";
    }

    private static boolean isRest(SyntaxTree shape, int node) {
        return isShort(shape, node) && Shape.isRest(text(shape, node));
    }

    private static boolean isShort(SyntaxTree shape, int node) {
        return shape.span(node).end() - shape.span(node).start() < 60;
    }

    private static boolean sameLiteral(String expected, String actual) {
        String wanted = content(expected);
        return wanted.equals("...") || isRestWord(wanted) || wanted.equals(content(actual));
    }

    private static boolean isRestWord(String text) {
        return Shape.isRest(text);
    }

    /** What a literal says, without its quotes. */
    static String content(String literal) {
        Matcher matcher = LITERAL.matcher(literal);
        return matcher.matches() ? matcher.group("content") : literal;
    }

    private static String text(SyntaxTree tree, int node) {
        return tree.source().slice(tree.span(node));
    }
}
