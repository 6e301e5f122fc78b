package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers the forms of Go's {@code for}. */
final class GoLoops {
    private final GoLowering lowering;

    GoLoops(GoLowering lowering) {
        this.lowering = lowering;
    }

    void loop(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> range = node.first("range_clause");
        Optional<SyntaxNode> clause = node.first("for_clause");
        if (range.isPresent()) {
            into.add(overRange(node, range.get()));
            return;
        }
        List<Statement> before = new ArrayList<>();
        clause.flatMap(part -> part.child("initializer")).ifPresent(init -> lowering.statement(init, before));
        Optional<SyntaxNode> condition = clause.isPresent()
                ? clause.get().child("condition")
                : node.parts().stream().filter(part -> !part.is("block")).findFirst();
        Optional<Expression> test = condition.map(lowering::expression);
        List<Statement> updates = new ArrayList<>();
        clause.flatMap(part -> part.child("update")).ifPresent(update -> lowering.statement(update, updates));
        into.add(lowering.forStatement(node, before, test, updates));
    }

    /** Of a key and a value the value is followed; of a key alone, which mostly is a number, nothing is known. */
    private Statement overRange(SyntaxNode node, SyntaxNode range) {
        List<SyntaxNode> targets = GoLowering.listed(range.child("left"));
        Expression iterable = lowering.part(range, "right");
        List<Expression> names =
                targets.stream().map(target -> lowering.target(target, true)).toList();
        boolean keys = names.size() < 2;
        Expression target = names.isEmpty() ? new Expression.Opaque(range.span(), List.of()) : names.getLast();
        return new Statement.ForEach(
                node.span(), target, "", iterable, keys, lowering.body(node, "body"), Optional.empty());
    }
}
