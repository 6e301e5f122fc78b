package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers C#'s switches and patterns. */
final class CSharpPatterns {
    private final CSharpLowering lowering;

    CSharpPatterns(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    /** {@code value is pattern}. */
    Expression test(SyntaxNode node) {
        Expression value = lowering.part(node, "expression");
        return node.child("pattern").map(pattern -> matches(value, pattern)).orElse(value);
    }

    private Expression matches(Expression value, SyntaxNode pattern) {
        return switch (pattern.type()) {
            case "constant_pattern" ->
                new Expression.Operation(pattern.span(), Operator.EQUAL, List.of(value, lowering.expression(pattern)));
            case "or_pattern" -> both(value, pattern, Operator.OR);
            case "and_pattern" -> both(value, pattern, Operator.AND);
            case "negated_pattern" ->
                new Expression.Operation(
                        pattern.span(),
                        Operator.NOT,
                        List.of(matches(value, pattern.parts().getFirst())));
            case "parenthesized_pattern" -> matches(value, pattern.parts().getFirst());
            case "declaration_pattern", "var_pattern" -> new Expression.Opaque(pattern.span(), bound(pattern, value));
            default -> new Expression.Opaque(pattern.span(), List.of());
        };
    }

    private Expression both(Expression value, SyntaxNode pattern, Operator operator) {
        List<Expression> sides = new ArrayList<>();
        pattern.child("left").ifPresent(left -> sides.add(matches(value, left)));
        pattern.child("right").ifPresent(right -> sides.add(matches(value, right)));
        return new Expression.Operation(pattern.span(), operator, sides);
    }

    private List<Expression> bound(SyntaxNode pattern, Expression value) {
        return pattern.child("name").stream()
                .<Expression>map(name -> {
                    lowering.declare(name.text());
                    String type = pattern.child("type").map(Lowering::typeName).orElse("");
                    return new Expression.Assignment(
                            pattern.span(), Lowering.name(name), new Expression.Cast(pattern.span(), type, value));
                })
                .toList();
    }

    Statement statement(SyntaxNode node) {
        Expression subject = lowering.part(node, "value");
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode section : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            cases.add(section(section));
        }
        return new Statement.Switch(node.span(), subject, cases);
    }

    private Statement.Case section(SyntaxNode section) {
        List<Expression> patterns = new ArrayList<>();
        List<SyntaxNode> body = new ArrayList<>();
        Optional<Expression> guard = Optional.empty();
        for (SyntaxNode part : section.parts()) {
            if (part.is("when_clause")) {
                guard = lowering.valueOf(part);
            } else if (part.is("constant_pattern")) {
                patterns.add(lowering.expression(part));
            } else if (part.type().endsWith("_pattern")) {
                patterns.add(open(part));
            } else {
                body.add(part);
            }
        }
        Statement block = new Statement.Block(section.span(), lowering.statements(body));
        return new Statement.Case(section.span(), patterns, guard, block, body.isEmpty());
    }

    /** A pattern that may match or not; its name takes the value. */
    private Expression open(SyntaxNode pattern) {
        return pattern.child("name")
                .<Expression>map(name -> {
                    lowering.declare(name.text());
                    return Lowering.name(name);
                })
                .orElse(new Expression.Opaque(pattern.span(), List.of()));
    }

    /** A switch that has a value: one choice inside the other. */
    Expression value(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        Expression subject = lowering.expression(parts.getFirst());
        Expression result = new Expression.Opaque(node.span(), List.of());
        for (SyntaxNode arm : parts.subList(1, parts.size()).reversed()) {
            List<SyntaxNode> inner = arm.parts();
            SyntaxNode pattern = inner.getFirst();
            Optional<Expression> guard = arm.first("when_clause").flatMap(lowering::valueOf);
            boolean always = pattern.is("discard", "var_pattern") && guard.isEmpty();
            Expression test = guard.orElseGet(() -> matches(subject, pattern));
            Expression given = lowering.expression(inner.getLast());
            result = always ? given : new Expression.Choice(arm.span(), test, given, result);
        }
        return result;
    }
}
