package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers a switch that has a value: to a function without a name that is called at once, so that yield is its return. */
final class JavaSwitches {
    private final JavaLowering lowering;

    JavaSwitches(JavaLowering lowering) {
        this.lowering = lowering;
    }

    Expression value(SyntaxNode node) {
        Statement.Switch choice = lowering.switchStatement(node);
        List<Statement.Case> cases =
                choice.cases().stream().map(JavaSwitches::giving).toList();
        Statement body = new Statement.Switch(node.span(), choice.subject(), cases);
        Function function = new Function(node.span(), node.span(), "", List.of(), body, List.of(), Set.of(), true);
        return new Expression.Call(node.span(), new Expression.Closure(node.span(), function), List.of(), false);
    }

    /** {@code case A -> value;} gives the value. */
    private static Statement.Case giving(Statement.Case branch) {
        if (branch.fallsThrough()
                || !(branch.body() instanceof Statement.Block block)
                || block.statements().size() != 1
                || !(block.statements().getFirst() instanceof Statement.Evaluate evaluate)) {
            return branch;
        }
        Statement given = new Statement.Return(evaluate.span(), Optional.of(evaluate.expression()));
        return new Statement.Case(branch.span(), branch.patterns(), branch.exact(), branch.guard(), given, false);
    }
}
