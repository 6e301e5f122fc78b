package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers what decides in Kotlin: if, when, try and jumps, all of which have values. */
final class KotlinBranches {
    private final KotlinLowering lowering;

    KotlinBranches(KotlinLowering lowering) {
        this.lowering = lowering;
    }

    /** What is done with a value. */
    interface Use {
        Statement of(Expression value);
    }

    /** Whether a value is decided by statements, or not given at all because a jump takes its place. */
    boolean isBranching(SyntaxNode node) {
        return node.is("if_expression", "when_expression", "try_expression", "jump_expression") || isGuarded(node);
    }

    /** {@code value ?: return}. */
    private static boolean isGuarded(SyntaxNode node) {
        return node.is("elvis_expression")
                && KotlinLowering.operands(node).getLast().is("jump_expression");
    }

    void statement(SyntaxNode node, List<Statement> into) {
        deliver(node, into, Lowering::evaluated);
    }

    /** Uses a value, in each of the branches that give one. */
    void deliver(SyntaxNode node, List<Statement> into, Use use) {
        switch (node.type()) {
            case "if_expression" -> into.add(ifStatement(node, use));
            case "when_expression" -> when(node, into, use);
            case "try_expression" -> into.add(tryStatement(node, use));
            case "jump_expression" -> jump(node, into);
            case "parenthesized_expression" ->
                deliver(KotlinLowering.operands(node).getFirst(), into, use);
            default -> {
                if (isGuarded(node)) {
                    SyntaxNode value = KotlinLowering.operands(node).getFirst();
                    List<Statement> leaves = new ArrayList<>();
                    jump(KotlinLowering.operands(node).getLast(), leaves);
                    Expression missing = new Expression.Operation(
                            node.span(),
                            Operator.EQUAL,
                            List.of(lowering.expression(value), Lowering.nothing(node.span())));
                    into.add(new Statement.If(
                            node.span(), missing, new Statement.Block(node.span(), leaves), Optional.empty()));
                    deliver(value, into, use);
                } else {
                    into.add(use.of(lowering.expression(node)));
                }
            }
        }
    }

    /** A block whose last statement gives its value. */
    Statement.Block giving(SyntaxNode block, Use use) {
        List<SyntaxNode> parts = KotlinLowering.operands(block);
        if (parts.size() == 1 && parts.getFirst().is("statements")) {
            return giving(parts.getFirst(), use);
        }
        List<Statement> into = new ArrayList<>();
        if (!parts.isEmpty()) {
            into.addAll(lowering.statements(parts.subList(0, parts.size() - 1)));
            SyntaxNode last = parts.getLast();
            if (isStatement(last)) {
                into.addAll(lowering.statements(List.of(last)));
            } else {
                deliver(last, into, use);
            }
        }
        return new Statement.Block(block.span(), into);
    }

    private static boolean isStatement(SyntaxNode node) {
        return node.is(
                "assignment",
                "property_declaration",
                "for_statement",
                "while_statement",
                "do_while_statement",
                "function_declaration",
                "class_declaration",
                "object_declaration",
                "label");
    }

    private Statement ifStatement(SyntaxNode node, Use use) {
        Expression test = lowering.first(node);
        Statement then = new Statement.Block(node.span(), List.of());
        Optional<Statement> otherwise = Optional.empty();
        boolean isElse = false;
        for (SyntaxNode child : node.children()) {
            if (child.is("else")) {
                isElse = true;
            } else if (child.is("control_structure_body")) {
                Statement body = giving(child, use);
                if (isElse) {
                    otherwise = Optional.of(body);
                } else {
                    then = body;
                }
            }
        }
        return new Statement.If(node.span(), test, then, otherwise);
    }

    private Statement tryStatement(SyntaxNode node, Use use) {
        Statement body = block(node.first("statements"), node, use);
        List<Statement.Handler> handlers = new ArrayList<>();
        Optional<Statement> finalizer = Optional.empty();
        for (SyntaxNode clause : node.parts()) {
            if (clause.is("catch_block")) {
                Optional<Expression.Name> kept = KotlinLowering.nameOf(clause).map(name -> {
                    lowering.declare(name.text());
                    return Lowering.name(name);
                });
                handlers.add(new Statement.Handler(
                        clause.span(), kept, List.of(), block(clause.first("statements"), clause, use)));
            } else if (clause.is("finally_block")) {
                finalizer = lowering.block(clause.first("statements"));
            }
        }
        return new Statement.Try(node.span(), body, handlers, Optional.empty(), finalizer);
    }

    private Statement block(Optional<SyntaxNode> statements, SyntaxNode around, Use use) {
        return statements.map(inner -> giving(inner, use)).orElse(new Statement.Block(around.span(), List.of()));
    }

    private void when(SyntaxNode node, List<Statement> into, Use use) {
        Optional<SyntaxNode> given = node.first("when_subject");
        Optional<Expression> subject = given.map(part -> {
            SyntaxNode value = KotlinLowering.operands(part).getLast();
            Optional<SyntaxNode> kept = part.first("variable_declaration").flatMap(KotlinLowering::nameOf);
            if (kept.isEmpty()) {
                return lowering.expression(value);
            }
            lowering.declare(kept.get().text());
            into.add(new Statement.Declare(
                    part.span(), Lowering.name(kept.get()), "", Optional.of(lowering.expression(value))));
            return Lowering.name(kept.get());
        });
        List<SyntaxNode> entries =
                node.parts().stream().filter(part -> part.is("when_entry")).toList();
        boolean plain = subject.isPresent()
                && entries.stream()
                        .flatMap(entry -> conditions(entry).stream())
                        .noneMatch(condition -> condition.has("range_test", "type_test"));
        into.add(plain ? switchOf(node, subject.get(), entries, use) : chain(node, subject, entries, use));
    }

    private static List<SyntaxNode> conditions(SyntaxNode entry) {
        return entry.parts().stream().filter(part -> part.is("when_condition")).toList();
    }

    private Statement bodyOf(SyntaxNode entry, Use use) {
        return block(entry.first("control_structure_body"), entry, use);
    }

    private Statement switchOf(SyntaxNode node, Expression subject, List<SyntaxNode> entries, Use use) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode entry : entries) {
            List<Expression> patterns = lowering.expressions(conditions(entry));
            cases.add(new Statement.Case(entry.span(), patterns, Optional.empty(), bodyOf(entry, use), false));
        }
        return new Statement.Switch(node.span(), subject, cases);
    }

    /** Tests one after the other. */
    private Statement chain(SyntaxNode node, Optional<Expression> subject, List<SyntaxNode> entries, Use use) {
        Optional<Statement> otherwise = Optional.empty();
        for (SyntaxNode entry : entries.reversed()) {
            List<Expression> tests = conditions(entry).stream()
                    .map(condition -> test(condition, subject))
                    .toList();
            Statement body = bodyOf(entry, use);
            otherwise = Optional.of(
                    tests.isEmpty() ? body : new Statement.If(entry.span(), any(entry, tests), body, otherwise));
        }
        return otherwise.orElse(new Statement.Block(node.span(), List.of()));
    }

    private static Expression any(SyntaxNode entry, List<Expression> tests) {
        return tests.size() == 1 ? tests.getFirst() : new Expression.Operation(entry.span(), Operator.OR, tests);
    }

    private Expression test(SyntaxNode condition, Optional<Expression> subject) {
        if (subject.isEmpty()) {
            return lowering.expression(condition);
        }
        Optional<SyntaxNode> range = condition.first("range_test");
        if (range.isPresent()) {
            return new Expression.Operation(
                    condition.span(),
                    KotlinLowering.sign(range.get()),
                    List.of(subject.get(), lowering.first(range.get())));
        }
        return condition.has("type_test")
                ? new Expression.Opaque(condition.span(), List.of())
                : new Expression.Operation(
                        condition.span(), Operator.EQUAL, List.of(subject.get(), lowering.expression(condition)));
    }

    void jump(SyntaxNode node, List<Statement> into) {
        String keyword = node.children().getFirst().type();
        Optional<SyntaxNode> value = KotlinLowering.operands(node).stream()
                .filter(part -> !part.is("label"))
                .findFirst();
        switch (keyword) {
            case "return", "return@" -> {
                if (value.isPresent()) {
                    deliver(value.get(), into, given -> new Statement.Return(node.span(), Optional.of(given)));
                } else {
                    into.add(new Statement.Return(node.span(), Optional.empty()));
                }
            }
            case "throw" -> into.add(new Statement.Throw(node.span(), value.map(lowering::expression)));
            case "break", "break@" -> into.add(new Statement.Break(node.span()));
            default -> into.add(new Statement.Continue(node.span()));
        }
    }

    /** A value inside an expression that needs statements: that of a function that is called at once. */
    Expression value(SyntaxNode node) {
        if (node.is("jump_expression")) {
            return node.children().getFirst().is("throw")
                    ? lowering.throwing(node)
                    : new Expression.Opaque(node.span(), List.of());
        }
        List<Statement> into = new ArrayList<>();
        deliver(node, into, given -> new Statement.Return(given.span(), Optional.of(given)));
        Function function = new Function(
                node.span(),
                node.span(),
                "",
                List.of(),
                new Statement.Block(node.span(), into),
                List.of(),
                Set.of(),
                true);
        return new Expression.Call(node.span(), new Expression.Closure(node.span(), function), List.of(), false);
    }
}
