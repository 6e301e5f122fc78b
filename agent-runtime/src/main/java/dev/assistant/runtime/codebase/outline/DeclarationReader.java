package dev.assistant.runtime.codebase.outline;

import dev.assistant.review.Language;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import dev.assistant.runtime.codebase.outline.Declaration.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of one tree in one pass, however deep it nests. Not thread-safe. */
final class DeclarationReader {
    private static final int DEEPEST_ENCLOSING = 16;
    private static final String[] FUNCTION_VALUES = {
        "arrow_function", "function_expression", "function", "generator_function"
    };

    /** Hold nothing but a declaration and what is said about it. */
    private static final String[] WRAPPERS = {
        "decorated_definition",
        "export_statement",
        "template_declaration",
        "lexical_declaration",
        "variable_declaration",
        "type_declaration",
        "field_declaration",
        "const_declaration",
        "var_declaration"
    };

    private final SyntaxTree tree;
    private final Language language;
    private final Map<String, Kind> kinds;

    /** By node: what it stands in. */
    private final @Nullable Scope[] scopes;

    /** By node: the child before it in its parent. */
    private final int[] previous;

    DeclarationReader(SyntaxTree tree) {
        this.tree = tree;
        this.language = tree.source().language();
        this.kinds = DeclarationKinds.of(language);
        this.scopes = new Scope[tree.size()];
        this.previous = new int[tree.size()];
    }

    private record Scope(Kind kind, List<String> names) {
        Scope within(Kind inner, List<String> more) {
            List<String> all = new ArrayList<>(names);
            all.addAll(more);
            return new Scope(inner, all.subList(Math.max(0, all.size() - DEEPEST_ENCLOSING), all.size()));
        }
    }

    List<Declaration> read() {
        List<Declaration> declarations = new ArrayList<>();
        Arrays.fill(previous, SyntaxTree.NONE);
        for (int i = 0; i < tree.size(); i++) {
            int next = tree.nextSibling(i);
            if (next != SyntaxTree.NONE) {
                previous[next] = i;
            }
            Scope around = tree.parent(i) == SyntaxTree.NONE
                    ? new Scope(Kind.NAMESPACE, List.of())
                    : Objects.requireNonNull(scopes[tree.parent(i)]);
            scopes[i] = visit(tree.node(i), around, declarations);
        }
        return declarations;
    }

    private Scope visit(SyntaxNode node, Scope around, List<Declaration> into) {
        Kind kind = node.isNamed() ? kinds.get(node.type()) : null;
        if (kind == null) {
            return Owners.ofScope(node)
                    .map(type -> around.within(Kind.TYPE, List.of(type)))
                    .orElse(around);
        }
        Kind actual = isFunctionValue(node) ? Kind.FUNCTION : kind;
        Optional<SyntaxNode> name = DeclaredName.of(node);
        if (name.isEmpty() || !declares(node, actual, around)) {
            return around;
        }
        List<String> owners = Owners.of(node, name.get());
        List<String> enclosing = around.within(kind, owners).names();
        into.add(new Declaration(
                actual, name.get().text(), enclosing, whole(node), name.get().span(), head(node)));
        return actual == Kind.VALUE
                ? around
                : new Scope(actual, enclosing).within(actual, List.of(name.get().text()));
    }

    private static boolean isFunctionValue(SyntaxNode node) {
        return node.is("variable_declarator", "public_field_definition", "field_definition")
                && node.child("value")
                        .filter(value -> value.is(FUNCTION_VALUES))
                        .isPresent();
    }

    /** What only a function sees is no declaration for others; neither is a type that is only mentioned. */
    private boolean declares(SyntaxNode node, Kind kind, Scope around) {
        if (kind == Kind.VALUE) {
            return around.kind() != Kind.FUNCTION
                    && (language != Language.RUBY
                            || node.child("left")
                                    .filter(left -> left.is("constant"))
                                    .isPresent());
        }
        boolean needsBody = node.is("struct_specifier", "union_specifier", "enum_specifier", "class_specifier");
        return !needsBody || node.child("body").isPresent();
    }

    private Span head(SyntaxNode node) {
        SyntaxNode start = node.is("variable_declarator") ? wrapped(node) : node;
        int end = body(node).map(body -> body.span().start()).orElse(node.span().end());
        return new Span(start.span().start(), Math.max(start.span().start(), end));
    }

    private static Optional<SyntaxNode> body(SyntaxNode node) {
        Optional<SyntaxNode> holder = node.child("value").filter(value -> value.is(FUNCTION_VALUES));
        return holder.orElse(node)
                .child("body")
                .or(() -> node.first(
                        "function_body",
                        "class_body",
                        "enum_class_body",
                        "enum_body",
                        "block",
                        "declaration_list",
                        "compound_statement",
                        "field_declaration_list"));
    }

    private Span whole(SyntaxNode node) {
        SyntaxNode outer = wrapped(node);
        int first = outer.index();
        for (int before = previous[first];
                before != SyntaxTree.NONE && belongs(before, first);
                before = previous[first]) {
            first = before;
        }
        return new Span(tree.span(first).start(), outer.span().end());
    }

    private SyntaxNode wrapped(SyntaxNode node) {
        SyntaxNode outer = node;
        for (Optional<SyntaxNode> parent = outer.parent();
                parent.isPresent() && parent.get().is(WRAPPERS) && declaresOne(parent.get());
                parent = outer.parent()) {
            outer = parent.get();
        }
        return outer;
    }

    private boolean declaresOne(SyntaxNode wrapper) {
        long inside = wrapper.parts().stream()
                .filter(part -> kinds.containsKey(part.type()) || part.is(WRAPPERS))
                .count();
        return inside == 1;
    }

    /** A comment or attribute directly above, with no empty line between and not at the end of a line of code. */
    private boolean belongs(int before, int to) {
        SyntaxNode node = tree.node(before);
        if (!node.isComment() && !node.is("attribute_item")) {
            return false;
        }
        int end = tree.source().line(Math.max(node.span().start(), node.span().end() - 1));
        boolean isAdjacent = tree.source().line(tree.span(to).start()) - end <= 1;
        int earlier = previous[before];
        boolean startsItsLine = earlier == SyntaxTree.NONE
                || tree.source().line(tree.span(earlier).end())
                        < tree.source().line(node.span().start())
                || tree.node(earlier).isComment();
        return isAdjacent && startsItsLine;
    }
}
