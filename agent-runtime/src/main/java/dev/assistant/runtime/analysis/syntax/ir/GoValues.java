package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers Go's calls and composite literals. */
final class GoValues {
    private static final Set<String> CONVERSIONS = Set.of("string", "any", "interface{}", "error");

    private static final String[] TEXTS = {"interpreted_string_literal", "raw_string_literal"};

    private final GoLowering lowering;

    GoValues(GoLowering lowering) {
        this.lowering = lowering;
    }

    Expression call(SyntaxNode node) {
        SyntaxNode callee = node.child("function").orElse(node);
        List<SyntaxNode> given = node.child("arguments").map(SyntaxNode::parts).orElse(List.of());
        if (callee.is("identifier") && !given.isEmpty()) {
            Optional<Expression> builtIn = builtIn(node, callee.text(), given);
            if (builtIn.isPresent()) {
                return builtIn.get();
            }
        }
        if (callee.text().equals("fmt.Sprintf")
                && given.size() > 1
                && given.getFirst().is(TEXTS)) {
            List<Expression> values = lowering.expressions(given.subList(1, given.size()));
            return Formats.filled(
                    node.span(), (Expression.Literal) lowering.expression(given.getFirst()), values, "int");
        }
        return new Expression.Call(node.span(), lowering.expression(callee), arguments(given), false);
    }

    private Optional<Expression> builtIn(SyntaxNode node, String name, List<SyntaxNode> given) {
        SyntaxNode first = given.getFirst();
        if (CONVERSIONS.contains(name)) {
            return Optional.of(new Expression.Cast(node.span(), "", lowering.expression(first)));
        }
        return switch (name) {
            case "append" -> {
                List<Expression> elements = new ArrayList<>();
                elements.add(new Expression.Spread(first.span(), lowering.expression(first)));
                for (Expression.Argument more : arguments(given.subList(1, given.size()))) {
                    elements.add(
                            more.spread() ? new Expression.Spread(more.value().span(), more.value()) : more.value());
                }
                yield Optional.of(new Expression.Sequence(node.span(), elements));
            }
            case "make" ->
                Optional.of(
                        first.is("map_type")
                                ? new Expression.Mapping(node.span(), List.of())
                                : new Expression.Opaque(node.span(), List.of()));
            case "new" -> Optional.of(made(node, first, List.of()));
            default -> Optional.empty();
        };
    }

    private List<Expression.Argument> arguments(List<SyntaxNode> given) {
        return given.stream()
                .map(argument -> argument.is("variadic_argument")
                        ? new Expression.Argument(
                                "", lowering.valueOf(argument).orElse(Lowering.nothing(argument.span())), true)
                        : Expression.Argument.positional(lowering.expression(argument)))
                .toList();
    }

    Expression composite(SyntaxNode node) {
        SyntaxNode type = node.child("type").orElse(node);
        List<SyntaxNode> elements = node.child("body").map(SyntaxNode::parts).orElse(List.of());
        boolean keyed = elements.stream().anyMatch(element -> element.is("keyed_element") && !isField(element));
        if (type.is("map_type") || keyed) {
            return mapping(node, elements);
        }
        if (type.is("slice_type", "array_type", "implicit_length_array_type")) {
            return sequence(node, elements);
        }
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode element : elements) {
            String name = element.is("keyed_element") ? Lowering.textOf(element, "key") : "";
            arguments.add(new Expression.Argument(name, value(element), false));
        }
        return made(node, type, arguments);
    }

    private Expression made(SyntaxNode node, SyntaxNode type, List<Expression.Argument> arguments) {
        String name = GoDeclarations.typeOf(type);
        if (name.isEmpty()) {
            return new Expression.Opaque(
                    node.span(),
                    arguments.stream().map(Expression.Argument::value).toList());
        }
        Expression callee = type.is("generic_type") ? lowering.part(type, "type") : lowering.expression(type);
        return new Expression.Call(node.span(), callee, arguments, true);
    }

    /** A literal inside another, whose type is left out. */
    Expression elided(SyntaxNode node) {
        boolean keyed = node.parts().stream().anyMatch(element -> element.is("keyed_element"));
        return keyed ? mapping(node, node.parts()) : sequence(node, node.parts());
    }

    private static boolean isField(SyntaxNode element) {
        return element.child("key")
                .flatMap(key -> key.parts().stream().findFirst())
                .map(key -> key.is("identifier"))
                .orElse(false);
    }

    private Expression mapping(SyntaxNode node, List<SyntaxNode> elements) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode element : elements) {
            Optional<Expression> key = element.child("key").map(this::literal);
            entries.add(
                    new Expression.Entry(Optional.of(key.orElse(Lowering.nothing(element.span()))), value(element)));
        }
        return new Expression.Mapping(node.span(), entries);
    }

    private Expression sequence(SyntaxNode node, List<SyntaxNode> elements) {
        return new Expression.Sequence(
                node.span(), elements.stream().map(this::value).toList());
    }

    private Expression value(SyntaxNode element) {
        return element.child("value").map(this::literal).orElseGet(() -> literal(element));
    }

    private Expression literal(SyntaxNode element) {
        return element.is("literal_element")
                ? lowering.valueOf(element).orElse(Lowering.nothing(element.span()))
                : lowering.expression(element);
    }
}
