package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers Ruby's branches, loops and handlers of errors. */
final class RubyStatements {
    private final RubyLowering lowering;

    RubyStatements(RubyLowering lowering) {
        this.lowering = lowering;
    }

    /** Makes the last statement's value what the function gives. */
    static Statement giving(Statement statement) {
        return switch (statement) {
            case Statement.Evaluate last -> new Statement.Return(last.span(), Optional.of(last.expression()));
            case Statement.Block block -> giving(block);
            case Statement.If branch ->
                new Statement.If(
                        branch.span(),
                        branch.test(),
                        giving(branch.then()),
                        branch.otherwise().map(RubyStatements::giving));
            case Statement.Switch choice ->
                new Statement.Switch(
                        choice.span(),
                        choice.subject(),
                        choice.cases().stream().map(RubyStatements::giving).toList());
            default -> statement;
        };
    }

    private static Statement giving(Statement.Block block) {
        if (block.statements().isEmpty()) {
            return block;
        }
        List<Statement> statements = new ArrayList<>(block.statements());
        statements.addLast(giving(statements.removeLast()));
        return new Statement.Block(block.span(), statements);
    }

    private static Statement.Case giving(Statement.Case branch) {
        return new Statement.Case(
                branch.span(), branch.patterns(), branch.exact(), branch.guard(), giving(branch.body()), false);
    }

    /** What a return or the like gives. */
    Optional<Expression> given(SyntaxNode node) {
        List<SyntaxNode> values =
                node.first("argument_list").map(SyntaxNode::parts).orElse(List.of());
        return switch (values.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(lowering.expression(values.getFirst()));
            default -> Optional.of(new Expression.Sequence(node.span(), lowering.expressions(values)));
        };
    }

    private Expression test(SyntaxNode node, boolean negated) {
        Expression test = lowering.part(node, "condition");
        return negated ? new Expression.Operation(test.span(), Operator.NOT, List.of(test)) : test;
    }

    Statement branch(SyntaxNode node) {
        return new Statement.If(
                node.span(),
                test(node, node.is("unless")),
                lowering.body(node, "consequence"),
                lowering.block(node.child("alternative")));
    }

    Statement modified(SyntaxNode node) {
        return new Statement.If(
                node.span(), test(node, node.is("unless_modifier")), lowering.body(node, "body"), Optional.empty());
    }

    Statement loop(SyntaxNode node) {
        return new Statement.While(
                node.span(),
                test(node, node.is("until", "until_modifier")),
                lowering.body(node, "body"),
                Optional.empty(),
                true,
                Optional.empty());
    }

    Statement forEach(SyntaxNode node) {
        Expression iterable = node.child("value").flatMap(lowering::valueOf).orElse(Lowering.nothing(node.span()));
        Expression target = node.child("pattern").map(lowering::target).orElse(Lowering.nothing(node.span()));
        return new Statement.ForEach(
                node.span(), target, "", iterable, false, lowering.body(node, "body"), Optional.empty());
    }

    /** Without a subject, branches one after the other, each with its conditions. */
    Statement choice(SyntaxNode node) {
        Optional<SyntaxNode> subject = node.child("value");
        List<SyntaxNode> branches = node.parts().stream()
                .filter(part -> part.is("when", "in_clause"))
                .toList();
        Optional<SyntaxNode> otherwise = node.first("else");
        if (subject.isPresent()) {
            Expression tested = lowering.expression(subject.get());
            List<Statement.Case> cases = new ArrayList<>();
            branches.forEach(branch -> cases.add(branch(branch, branch.is("when"))));
            otherwise.ifPresent(last -> cases.add(
                    new Statement.Case(last.span(), List.of(), true, Optional.empty(), lowering.block(last), false)));
            return new Statement.Switch(node.span(), tested, cases);
        }
        Optional<Statement> rest = lowering.block(otherwise);
        for (SyntaxNode branch : branches.reversed()) {
            List<Expression> tests = patterns(branch);
            Expression test =
                    tests.size() == 1 ? tests.getFirst() : new Expression.Operation(branch.span(), Operator.OR, tests);
            rest = Optional.of(new Statement.If(branch.span(), test, lowering.body(branch, "body"), rest));
        }
        return rest.orElse(new Statement.Block(node.span(), List.of()));
    }

    private Statement.Case branch(SyntaxNode branch, boolean compares) {
        List<Expression> patterns =
                compares ? patterns(branch) : List.of(new Expression.Opaque(branch.span(), List.of()));
        return new Statement.Case(branch.span(), patterns, Optional.empty(), lowering.body(branch, "body"), false);
    }

    private List<Expression> patterns(SyntaxNode branch) {
        return branch.all("pattern").stream()
                .map(pattern -> pattern.is("pattern") ? pattern.parts().getFirst() : pattern)
                .map(pattern -> pattern.is("regex")
                        ? new Expression.Opaque(pattern.span(), List.of())
                        : lowering.expression(pattern))
                .toList();
    }

    /** Statements with handlers of errors behind them. */
    void guarded(SyntaxNode node, List<Statement> into) {
        List<SyntaxNode> clauses = node.parts().stream()
                .filter(part -> part.is("rescue", "else", "ensure"))
                .toList();
        List<Statement> body = lowering.statements(
                node.parts().stream().filter(part -> !clauses.contains(part)).toList());
        if (clauses.isEmpty()) {
            into.addAll(body);
            return;
        }
        List<Statement.Handler> handlers = new ArrayList<>();
        Optional<Statement> otherwise = Optional.empty();
        Optional<Statement> finalizer = Optional.empty();
        for (SyntaxNode clause : clauses) {
            switch (clause.type()) {
                case "rescue" -> handlers.add(handler(clause));
                case "else" -> otherwise = Optional.of(lowering.block(clause));
                default ->
                    finalizer = Optional.of(new Statement.Block(clause.span(), lowering.statements(clause.parts())));
            }
        }
        into.add(
                new Statement.Try(node.span(), new Statement.Block(node.span(), body), handlers, otherwise, finalizer));
    }

    private Statement.Handler handler(SyntaxNode clause) {
        Optional<Expression.Name> name = clause.child("variable")
                .flatMap(variable -> variable.first("identifier"))
                .map(caught -> {
                    lowering.variable(caught.text());
                    return Lowering.name(caught);
                });
        return new Statement.Handler(clause.span(), name, List.of(), lowering.body(clause, "body"));
    }
}
