package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lowers C#'s calls, objects, elements and strings. */
final class CSharpValues {
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)[^}]*\\}");

    private final CSharpLowering lowering;

    /** What {@code ?.} and {@code ?[} work on. */
    private final Deque<Expression> receivers = new ArrayDeque<>();

    CSharpValues(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    Expression conditional(SyntaxNode node) {
        if (node.is("member_binding_expression")) {
            Expression receiver = receivers.isEmpty() ? Lowering.nothing(node.span()) : receivers.getFirst();
            return new Expression.Member(
                    receiver.span().to(node.span()), receiver, Lowering.typeName(Lowering.textOf(node, "name")));
        }
        receivers.push(lowering.part(node, "condition"));
        Expression result = lowering.expression(node.parts().getLast());
        receivers.pop();
        return result;
    }

    Expression element(SyntaxNode node) {
        Expression key = node.child("subscript").flatMap(lowering::valueOf).orElse(Lowering.nothing(node.span()));
        return new Expression.Element(node.span(), lowering.part(node, "expression"), key);
    }

    /** Brackets behind {@code ?} read an element; others are a collection written out. */
    Expression bracketed(SyntaxNode node) {
        boolean read = node.parent()
                .filter(parent -> parent.is("conditional_access_expression"))
                .isPresent();
        if (read && !receivers.isEmpty()) {
            return new Expression.Element(
                    node.span(), receivers.getFirst(), lowering.valueOf(node).orElse(Lowering.nothing(node.span())));
        }
        return new Expression.Sequence(node.span(), lowering.expressions(node.parts()));
    }

    Expression call(SyntaxNode node) {
        SyntaxNode function = node.child("function").orElse(node);
        List<Expression.Argument> given = arguments(node.child("arguments"));
        if (function.text().equalsIgnoreCase("string.Format")
                && !given.isEmpty()
                && given.getFirst().value() instanceof Expression.Literal format) {
            return filled(node, format, given.subList(1, given.size()));
        }
        if (function.text().equals("nameof")) {
            return new Expression.Opaque(node.span(), List.of());
        }
        return new Expression.Call(node.span(), lowering.expression(function), given, false);
    }

    private static Expression filled(SyntaxNode node, Expression.Literal format, List<Expression.Argument> values) {
        String text = format.value().start();
        List<Expression> parts = new ArrayList<>();
        Matcher gaps = GAP.matcher(text);
        int from = 0;
        while (gaps.find()) {
            parts.add(Lowering.text(format.span(), text.substring(from, gaps.start())));
            int index = Integer.parseInt(gaps.group(1));
            if (index < values.size()) {
                parts.add(values.get(index).value());
            }
            from = gaps.end();
        }
        parts.add(Lowering.text(format.span(), text.substring(from)));
        return new Expression.Interpolation(node.span(), parts);
    }

    private List<Expression.Argument> arguments(Optional<SyntaxNode> list) {
        return list.map(SyntaxNode::parts).orElse(List.of()).stream()
                .filter(argument -> argument.is("argument"))
                .map(argument -> new Expression.Argument(
                        Lowering.textOf(argument, "name"), lowering.expression(argument), false))
                .toList();
    }

    /** An object with what its initialiser gives it: elements, entries, or properties as named arguments. */
    Expression creation(SyntaxNode node) {
        String type = CSharpLowering.declaredType(node);
        List<Expression.Argument> arguments =
                new ArrayList<>(arguments(node.child("arguments").or(() -> node.first("argument_list"))));
        List<SyntaxNode> initial =
                node.child("initializer").map(SyntaxNode::parts).orElse(List.of());
        if (arguments.isEmpty() && !initial.isEmpty() && !isProperty(initial.getFirst())) {
            return isEntry(initial.getFirst())
                    ? mapping(node, initial)
                    : new Expression.Sequence(node.span(), lowering.expressions(initial));
        }
        for (SyntaxNode property : initial) {
            if (isProperty(property)) {
                arguments.add(new Expression.Argument(
                        Lowering.textOf(property, "left"), lowering.part(property, "right"), false));
            }
        }
        Expression callee = new Expression.Name(Lowering.spanOf(node.child("type"), node), type);
        return new Expression.Call(node.span(), callee, arguments, true);
    }

    private static boolean isProperty(SyntaxNode node) {
        return node.is("assignment_expression")
                && node.child("left").filter(left -> left.is("identifier")).isPresent();
    }

    private static boolean isEntry(SyntaxNode node) {
        return node.is("assignment_expression")
                || (node.is("initializer_expression") && node.parts().size() == 2);
    }

    private Expression mapping(SyntaxNode node, List<SyntaxNode> initial) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode entry : initial) {
            List<SyntaxNode> parts = entry.parts();
            if (parts.size() >= 2) {
                Optional<Expression> key = entry.is("assignment_expression")
                        ? lowering.valueOf(parts.getFirst())
                        : Optional.of(lowering.expression(parts.getFirst()));
                entries.add(new Expression.Entry(
                        Optional.of(key.orElse(Lowering.nothing(entry.span()))), lowering.expression(parts.getLast())));
            }
        }
        return new Expression.Mapping(node.span(), entries);
    }

    Expression interpolation(SyntaxNode node) {
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            switch (part.type()) {
                case "string_content" -> parts.add(Lowering.text(part.span(), part.text()));
                case "escape_sequence" -> parts.add(Lowering.text(part.span(), Escapes.decode(part.text())));
                case "interpolation" ->
                    part.parts().stream()
                            .filter(inner -> !inner.type().startsWith("interpolation_"))
                            .findFirst()
                            .ifPresent(inner -> parts.add(lowering.expression(inner)));
                default -> {}
            }
        }
        return new Expression.Interpolation(node.span(), parts);
    }

    /** A string behind {@code @}, in which two quotes are one. */
    static String verbatim(String written) {
        return written.length() < 3
                ? ""
                : written.substring(2, written.length() - 1).replace("\"\"", "\"");
    }
}
