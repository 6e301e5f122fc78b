package dev.assistant.runtime.codebase.outline;

import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import dev.assistant.runtime.codebase.outline.Usage.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where names stand in a file: in its code, not in its comments and strings. Thread-safe. */
public final class Usages {
    private static final int NEAR = 6;
    private static final Set<String> NAMES = Set.of(
            "identifier",
            "type_identifier",
            "field_identifier",
            "property_identifier",
            "private_property_identifier",
            "shorthand_property_identifier",
            "shorthand_property_identifier_pattern",
            "simple_identifier",
            "package_identifier",
            "namespace_identifier",
            "constant",
            "name",
            "word");
    private static final Set<String> CALLS = Set.of(
            "call",
            "call_expression",
            "method_invocation",
            "invocation_expression",
            "function_call_expression",
            "member_call_expression",
            "nullsafe_member_call_expression",
            "scoped_call_expression",
            "object_creation_expression",
            "new_expression",
            "command_name",
            "macro_invocation",
            "method_reference",
            "decorator",
            "marker_annotation",
            "annotation");
    private static final Set<String> MEMBERS = Set.of(
            "attribute",
            "member_expression",
            "field_expression",
            "selector_expression",
            "member_access_expression",
            "navigation_expression",
            "navigation_suffix",
            "scoped_identifier",
            "qualified_identifier",
            "generic_type",
            "generic_function",
            "template_function");

    private Usages() {}

    /** The names that stand in a file, each once, in the order of their first place. */
    public static Set<String> names(SyntaxTree tree) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < tree.size(); i++) {
            if (isName(tree, i)) {
                names.add(tree.source().slice(tree.span(i)));
            }
        }
        return names;
    }

    /** Where a name is used in a file, in document order, its declarations left out. */
    public static List<Usage> of(String name, Outline outline) {
        SyntaxTree tree = outline.tree();
        Set<Span> declared = new HashSet<>();
        outline.declarations().forEach(declaration -> declared.add(declaration.named()));
        List<Usage> usages = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            Span span = tree.span(i);
            if (span.end() - span.start() == name.length()
                    && isName(tree, i)
                    && tree.source().slice(span).equals(name)
                    && !declared.contains(span)
                    && !isParameter(tree.node(i))) {
                usages.add(new Usage(kind(tree.node(i)), span));
            }
        }
        return usages;
    }

    /** The names of what is called within a stretch of a file, each once, in the order of their first call. */
    public static Set<String> called(Outline outline, Span within) {
        SyntaxTree tree = outline.tree();
        Set<String> called = new LinkedHashSet<>();
        for (int i = 0; i < tree.size(); i++) {
            if (isName(tree, i) && within.contains(tree.span(i)) && kind(tree.node(i)) == Kind.CALL) {
                called.add(tree.source().slice(tree.span(i)));
            }
        }
        return called;
    }

    private static boolean isName(SyntaxTree tree, int index) {
        return tree.isNamed(index) && NAMES.contains(tree.type(index)) && tree.firstChild(index) == SyntaxTree.NONE;
    }

    /** A parameter of the same name is another thing. */
    private static boolean isParameter(SyntaxNode node) {
        return !node.field().equals("type")
                && node.parent().filter(parent -> isParameter(node, parent)).isPresent();
    }

    private static boolean isParameter(SyntaxNode node, SyntaxNode parent) {
        return switch (parent.type()) {
            case "parameters", "lambda_parameters", "formal_parameter" -> true;
            case "parameter", "required_parameter", "optional_parameter" -> !node.is("type_identifier");
            case "default_parameter", "typed_default_parameter" -> node.field().equals("name");
            case "typed_parameter" -> node.field().isEmpty();
            default -> false;
        };
    }

    private static Kind kind(SyntaxNode node) {
        if (isImported(node)) {
            return Kind.IMPORT;
        }
        if (isCalled(node)) {
            return Kind.CALL;
        }
        if (node.is("type_identifier") || node.field().equals("type")) {
            return Kind.TYPE;
        }
        boolean isTarget = node.field().equals("left")
                && node.parent()
                        .filter(parent -> parent.type().contains("assignment"))
                        .isPresent();
        return isTarget ? Kind.WRITE : Kind.REFERENCE;
    }

    private static boolean isImported(SyntaxNode node) {
        Optional<SyntaxNode> around = node.parent();
        for (int i = 0; i < NEAR && around.isPresent(); i++) {
            String type = around.get().type();
            if (type.startsWith("import")
                    || type.startsWith("use_")
                    || type.equals("using_directive")
                    || type.startsWith("namespace_use")) {
                return true;
            }
            around = around.get().parent();
        }
        return false;
    }

    /** Whether it is what a call calls, itself or as the last member of a chain. */
    private static boolean isCalled(SyntaxNode node) {
        SyntaxNode inner = node;
        Optional<SyntaxNode> around = node.parent();
        for (int i = 0; i < NEAR && around.isPresent(); i++) {
            SyntaxNode outer = around.get();
            if (CALLS.contains(outer.type())) {
                return isCallee(inner, outer);
            }
            boolean isLast = outer.span().end() == inner.span().end() || outer.is("generic_type");
            if (!MEMBERS.contains(outer.type()) || !isLast) {
                return false;
            }
            inner = outer;
            around = outer.parent();
        }
        return false;
    }

    private static boolean isCallee(SyntaxNode inner, SyntaxNode call) {
        return switch (inner.field()) {
            case "arguments", "object", "receiver", "scope", "block" -> false;
            case "function", "name", "constructor", "type", "method", "macro" -> true;
            default ->
                call.parts().stream().findFirst().filter(inner::equals).isPresent() || call.is("method_reference");
        };
    }
}
