package dev.assistant.runtime.analysis.patterns;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.rules.Match;
import dev.assistant.runtime.analysis.rules.Match.Clause;
import dev.assistant.runtime.analysis.rules.Match.Test;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds code of shapes in one file. Not thread-safe. */
final class CodeSearch {
    private final SyntaxTree tree;
    private final Shapes shapes;
    private final Budget budget;
    private final TreeComparison comparison;
    private final Sizes sizes;

    CodeSearch(SyntaxTree tree, Shapes shapes, Budget budget) {
        this.tree = tree;
        this.shapes = shapes;
        this.budget = budget;
        this.comparison = new TreeComparison(tree, budget);
        this.sizes = new Sizes(tree, budget);
    }

    /** The parsed shapes of a language, parsed once. Thread-safe. */
    static final class Shapes {
        private final Map<String, Shape> parsed = new HashMap<>();
        private final ShapeParser parser;

        Shapes(Language language) {
            this.parser = new ShapeParser(language);
        }

        synchronized Shape of(String written) {
            return parsed.computeIfAbsent(written, parser::parse);
        }

        /**
         * The kinds of nodes at which a shape can begin; empty for any.
         *
         * @throws IllegalArgumentException when the shape, or one that it asks for, is not code of the language
         */
        List<String> beginnings(Match.Code code) {
            code.clauses().forEach(this::parse);
            return code.shapes().stream()
                    .flatMap(written -> beginning(written).stream())
                    .distinct()
                    .toList();
        }

        private void parse(Clause clause) {
            switch (clause) {
                case Clause.Near near -> beginnings(near.code());
                case Clause.Where where -> {
                    if (where.test() instanceof Test.Like like) {
                        beginnings(like.code());
                    }
                }
                case Clause.Written written -> {}
                case Clause.File file -> {}
            }
        }

        private Set<String> beginning(String written) {
            Shape shape = of(written);
            if (shape.roots().isEmpty()) {
                return Kinds.types(shape.kind());
            }
            String type = shape.tree().type(shape.roots().getFirst());
            String text =
                    shape.tree().source().slice(shape.tree().span(shape.roots().getFirst()));
            if (Kinds.isString(type)) {
                return Kinds.types("string");
            }
            boolean open = !Shape.placeholder(text).isEmpty() || Shape.isRest(text);
            return Set.of(open ? "" : type);
        }
    }

    /**
     * A place where code has the shape.
     *
     * @param span what is reported
     * @param whole all that matched
     */
    record Found(Span span, Span whole, Bindings bindings) {}

    /** What is found at a node; null when nothing is. */
    @Nullable
    Found at(Match.Code code, int node) {
        Bindings bindings = match(code, node, Bindings.NONE);
        if (bindings == null || isBroken(node)) {
            return null;
        }
        Span whole = tree.span(node);
        Span span = code.report().isEmpty()
                ? whole
                : bindings.find(code.report()).map(Bindings::span).orElse(whole);
        return new Found(span, whole, bindings);
    }

    private @Nullable Bindings match(Match.Code code, int node, Bindings known) {
        for (String written : code.shapes()) {
            Bindings bindings = shape(written, node, known);
            if (bindings != null) {
                bindings = clauses(code.clauses(), node, bindings);
            }
            if (bindings != null) {
                return bindings;
            }
        }
        return null;
    }

    private @Nullable Bindings shape(String written, int node, Bindings known) {
        Shape shape = shapes.of(written);
        if (shape.roots().isEmpty()) {
            budget.spend();
            return tree.isNamed(node) && Kinds.is(shape.kind(), tree.type(node)) ? known : null;
        }
        return comparison.at(shape, node, known);
    }

    private @Nullable Bindings clauses(List<Clause> clauses, int node, Bindings known) {
        Bindings bindings = known;
        for (Clause clause : clauses) {
            bindings = clause(clause, node, bindings);
            if (bindings == null) {
                return null;
            }
        }
        return bindings;
    }

    private @Nullable Bindings clause(Clause clause, int node, Bindings known) {
        return switch (clause) {
            case Clause.Where where -> where(where, known) ? known : null;
            case Clause.Written written ->
                written.pattern().matcher(tree.source().slice(tree.span(node))).find() == written.wanted()
                        ? known
                        : null;
            // Asked once a file, before it is searched.
            case Clause.File file -> known;
            case Clause.Near near -> {
                Bindings found = near(near, node, known);
                yield near.wanted() ? found : found == null ? known : null;
            }
        };
    }

    private boolean where(Clause.Where where, Bindings known) {
        Bindings bound = known.find(where.placeholder()).orElse(null);
        if (bound == null) {
            return false;
        }
        return switch (where.test()) {
            case Test.Matching test -> test.pattern().matcher(text(bound)).find() == test.wanted();
            case Test.Kind test ->
                bound.node() >= 0
                        && test.kinds().stream().anyMatch(kind -> isKind(kind, bound.node())) == test.wanted();
            case Test.Beyond test ->
                bound.node() >= 0
                        && known.find(test.placeholder())
                                .filter(other ->
                                        other.node() >= 0 && isBeyond(test.measure(), bound.node(), other.node()))
                                .isPresent();
            case Test.Like test ->
                bound.node() >= 0 && (match(test.code(), bound.node(), known) != null) == test.wanted();
        };
    }

    private boolean isBeyond(Match.Measure measure, int number, int room) {
        return switch (measure) {
            case ABOVE_BYTES -> isAbove(sizes.number(number), sizes.bytes(room), 0);
            case FROM_ELEMENTS -> isAbove(sizes.number(number), sizes.elements(room), -1);
            case ABOVE_ELEMENTS -> isAbove(sizes.number(number), sizes.elements(room), 0);
            case UNLESS_WITHIN_BYTES -> {
                OptionalLong taken = sizes.bytes(number);
                yield taken.isEmpty() || !isAbove(sizes.bytes(room), taken, -1);
            }
        };
    }

    private static boolean isAbove(OptionalLong value, OptionalLong limit, int margin) {
        return value.isPresent() && limit.isPresent() && value.getAsLong() > limit.getAsLong() + margin;
    }

    private String text(Bindings bound) {
        String text = tree.source().slice(bound.span());
        return bound.node() >= 0 && Kinds.isString(tree.type(bound.node())) ? TreeComparison.content(text) : text;
    }

    private boolean isKind(String kind, int node) {
        return switch (kind) {
            case "string" -> Kinds.isString(tree.type(node)) && !hasInterpolation(node);
            case "template" -> Kinds.isString(tree.type(node)) && hasInterpolation(node);
            default -> Kinds.is(kind, tree.type(node));
        };
    }

    private boolean hasInterpolation(int node) {
        return below(node, child -> Kinds.isInterpolation(tree.type(child))) >= 0;
    }

    private @Nullable Bindings near(Clause.Near near, int node, Bindings known) {
        return switch (near.relation()) {
            case INSIDE -> inside(near.code(), node, known);
            case PARENT -> tree.parent(node) == SyntaxTree.NONE ? null : nearby(near.code(), tree.parent(node), known);
            case HAS -> within(near.code(), node, known);
            case FILE_HAS -> within(near.code(), 0, known);
            case FUNCTION_HAS -> within(near.code(), function(node), known);
            case FOLLOWED_BY -> after(near.code(), node, known);
        };
    }

    /** Matches code nearby, and keeps where it is under the name that it is given. */
    private @Nullable Bindings nearby(Match.Code code, int node, Bindings known) {
        Bindings found = match(code, node, known);
        return found == null
                        || code.report().isEmpty()
                        || found.find(code.report()).isPresent()
                ? found
                : found.with(code.report(), node, tree.span(node));
    }

    private @Nullable Bindings inside(Match.Code code, int node, Bindings known) {
        boolean next = code.shapes().contains("@function");
        boolean stays = code.shapes().contains("@loop");
        for (int at = tree.parent(node); at != SyntaxTree.NONE; at = tree.parent(at)) {
            boolean function = (next || stays) && Kinds.isFunction(tree.type(at));
            Bindings bindings = nearby(code, at, known);
            if (bindings != null || function) {
                return bindings;
            }
        }
        return null;
    }

    private @Nullable Bindings within(Match.Code code, int node, Bindings known) {
        Bindings[] found = new Bindings[1];
        below(node, child -> {
            found[0] = nearby(code, child, known);
            return found[0] != null;
        });
        return found[0];
    }

    private @Nullable Bindings after(Match.Code code, int node, Bindings known) {
        int statement = node;
        while (tree.parent(statement) != SyntaxTree.NONE && !isStatement(statement)) {
            statement = tree.parent(statement);
        }
        for (int next = tree.nextSibling(statement); next != SyntaxTree.NONE; next = tree.nextSibling(next)) {
            Bindings found = nearby(code, next, known);
            if (found == null) {
                found = within(code, next, known);
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean isStatement(int node) {
        String type = tree.type(node);
        return type.endsWith("_statement") || type.endsWith("_declaration") || type.equals("declaration");
    }

    private int function(int node) {
        for (int at = tree.parent(node); at != SyntaxTree.NONE; at = tree.parent(at)) {
            if (Kinds.isFunction(tree.type(at))) {
                return at;
            }
        }
        return 0;
    }

    private interface NodeTest {
        boolean holds(int node);
    }

    /** The first node below one, in document order, for which something holds; -1 when it holds for none. */
    private int below(int node, NodeTest test) {
        int end = end(node);
        for (int at = node + 1; at < end; at++) {
            budget.spend();
            if (tree.isNamed(at) && test.holds(at)) {
                return at;
            }
        }
        return -1;
    }

    /** The node after all that are in one; nodes are in document order. */
    private int end(int node) {
        for (int at = node; at != SyntaxTree.NONE; at = tree.parent(at)) {
            if (tree.nextSibling(at) != SyntaxTree.NONE) {
                return tree.nextSibling(at);
            }
        }
        return tree.size();
    }

    /** What the parser could not make sense of is not judged. */
    private boolean isBroken(int node) {
        int parent = tree.parent(node);
        return (parent != SyntaxTree.NONE && tree.type(parent).equals("ERROR"))
                || below(node, child -> tree.type(child).equals("ERROR")) >= 0;
    }
}
