package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers Go's switches by value, condition and type, and select. */
final class GoSwitches {
    private final GoLowering lowering;

    GoSwitches(GoLowering lowering) {
        this.lowering = lowering;
    }

    /** A switch without a value is a chain of conditions. */
    void byValue(SyntaxNode node, List<Statement> into) {
        List<Statement> parts = new ArrayList<>();
        node.child("initializer").ifPresent(init -> lowering.statement(init, parts));
        Optional<SyntaxNode> value = node.child("value");
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode branch : node.parts()) {
            if (branch.is("expression_case", "default_case")) {
                cases.add(branch(branch, value.isPresent()));
            }
        }
        Expression subject = value.map(lowering::expression).orElse(Lowering.nothing(node.span()));
        parts.add(new Statement.Switch(node.span(), subject, cases));
        into.add(new Statement.Block(node.span(), parts));
    }

    private Statement.Case branch(SyntaxNode branch, boolean compares) {
        List<Expression> given = lowering.expressions(GoLowering.listed(branch.child("value")));
        boolean exact = compares && given.stream().allMatch(pattern -> pattern instanceof Expression.Literal);
        Optional<Expression> guard = compares || given.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        given.size() == 1
                                ? given.getFirst()
                                : new Expression.Operation(branch.span(), Operator.OR, given));
        return new Statement.Case(
                branch.span(),
                compares
                        ? given.stream()
                                .map(pattern -> exact ? pattern : compared(pattern))
                                .toList()
                        : List.of(),
                exact,
                guard,
                statements(branch),
                falls(branch));
    }

    /** A value to compare with, which gives no name a value. */
    private static Expression compared(Expression pattern) {
        return pattern instanceof Expression.Literal ? pattern : new Expression.Opaque(pattern.span(), List.of());
    }

    private static boolean falls(SyntaxNode branch) {
        return branch.first("statement_list")
                .map(list -> list.has("fallthrough_statement"))
                .orElse(false);
    }

    private Statement statements(SyntaxNode branch) {
        List<Statement> body = new ArrayList<>();
        branch.first("statement_list").ifPresent(list -> body.addAll(lowering.statements(list.parts())));
        return new Statement.Block(branch.span(), body);
    }

    void byType(SyntaxNode node, List<Statement> into) {
        List<Statement> parts = new ArrayList<>();
        node.child("initializer").ifPresent(init -> lowering.statement(init, parts));
        Expression value = lowering.part(node, "value");
        for (SyntaxNode alias : GoLowering.listed(node.child("alias"))) {
            Expression kept = new Expression.Assignment(node.span(), lowering.target(alias, true), value);
            parts.add(Lowering.evaluated(kept));
        }
        parts.add(new Statement.Switch(node.span(), value, open(node, "type_case")));
        into.add(new Statement.Block(node.span(), parts));
    }

    void select(SyntaxNode node, List<Statement> into) {
        into.add(new Statement.Switch(node.span(), Lowering.nothing(node.span()), open(node, "communication_case")));
    }

    /** Branches of which any may be taken. */
    private List<Statement.Case> open(SyntaxNode node, String kind) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode branch : node.parts()) {
            if (branch.is(kind, "default_case")) {
                List<Statement> body = new ArrayList<>();
                branch.child("communication").ifPresent(received -> communicate(received, body));
                body.add(statements(branch));
                List<Expression> patterns = branch.is("default_case")
                        ? List.of()
                        : List.of(new Expression.Opaque(branch.span(), List.of()));
                cases.add(new Statement.Case(
                        branch.span(),
                        patterns,
                        false,
                        Optional.empty(),
                        new Statement.Block(branch.span(), body),
                        false));
            }
        }
        return cases;
    }

    private void communicate(SyntaxNode received, List<Statement> into) {
        if (received.is("receive_statement") && received.child("left").isPresent()) {
            lowering.assign(received, true, into);
        } else {
            lowering.expressions(received.parts()).forEach(part -> into.add(Lowering.evaluated(part)));
        }
    }
}
