package dev.assistant.runtime.codebase.outline;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.Optional;

/** Finds the name in a declaration, which grammars put in different places. */
final class DeclaredName {
    private static final int DEEPEST_DECLARATOR = 8;
    private static final String[] IDENTIFIERS = {
        "identifier",
        "type_identifier",
        "field_identifier",
        "property_identifier",
        "simple_identifier",
        "namespace_identifier",
        "constant",
        "name",
        "destructor_name",
        "operator_name"
    };

    private DeclaredName() {}

    static Optional<SyntaxNode> of(SyntaxNode declaration) {
        Optional<SyntaxNode> named = declaration
                .child("name")
                .or(() -> declaration.child("property"))
                .or(() -> declaration.is("assignment") ? declaration.child("left") : Optional.empty())
                .or(() -> declaration.child("declarator"))
                .or(() -> declaration.first("variable_declaration"))
                .or(() -> declaration.first(IDENTIFIERS))
                .or(() -> declaration.first("variable_name"));
        return named.flatMap(DeclaredName::innermost);
    }

    /** C wraps the name in what is done with it: a pointer to an array of a function; C++ puts its class before it. */
    private static Optional<SyntaxNode> innermost(SyntaxNode node) {
        SyntaxNode found = node;
        for (int depth = 0; depth < DEEPEST_DECLARATOR; depth++) {
            if (found.is(IDENTIFIERS) || found.is("private_property_identifier", "word", "setter")) {
                return Optional.of(found);
            }
            Optional<SyntaxNode> inner = inner(found);
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            found = inner.get();
        }
        return Optional.empty();
    }

    private static Optional<SyntaxNode> inner(SyntaxNode node) {
        if (node.is("array_pattern", "object_pattern", "pattern_list", "tuple_pattern", "attribute", "subscript")) {
            return Optional.empty();
        }
        return node.child("name")
                .or(() -> node.child("declarator"))
                .or(() -> node.first(IDENTIFIERS))
                .or(() -> node.first("reference_declarator", "function_declarator", "pointer_declarator"));
    }
}
