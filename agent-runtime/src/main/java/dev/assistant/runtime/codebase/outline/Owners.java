package dev.assistant.runtime.codebase.outline;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/** To what a declaration belongs without standing in it, such as the type of a method in Go. */
final class Owners {
    private Owners() {}

    static List<String> of(SyntaxNode declaration, SyntaxNode name) {
        return switch (declaration.type()) {
            case "method_declaration" ->
                declaration
                        .child("receiver")
                        .flatMap(receiver -> deepest(receiver, "type_identifier"))
                        .map(type -> List.of(type.text()))
                        .orElse(List.of());
            case "function_definition" -> qualifiers(name);
            default -> List.of();
        };
    }

    /** The type that a Rust {@code impl} adds methods to. */
    static Optional<String> ofScope(SyntaxNode node) {
        return node.is("impl_item")
                ? node.child("type")
                        .map(type -> deepest(type, "type_identifier")
                                .map(SyntaxNode::text)
                                .orElseGet(type::text))
                : Optional.empty();
    }

    /** {@code Shape::area} in C++. */
    private static List<String> qualifiers(SyntaxNode name) {
        return name.parent()
                .filter(parent -> parent.is("qualified_identifier"))
                .flatMap(parent -> parent.child("scope"))
                .map(scope -> List.of(scope.text()))
                .orElse(List.of());
    }

    private static Optional<SyntaxNode> deepest(SyntaxNode within, String type) {
        if (within.is(type)) {
            return Optional.of(within);
        }
        for (int i = within.index() + 1; i < within.tree().size(); i++) {
            SyntaxNode node = within.tree().node(i);
            if (node.span().start() >= within.span().end()) {
                return Optional.empty();
            }
            if (node.is(type)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }
}
