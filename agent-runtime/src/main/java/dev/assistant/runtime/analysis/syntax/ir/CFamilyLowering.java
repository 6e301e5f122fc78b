package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Branches, loops, handlers of errors and signs of languages that took them from C; their grammars name the parts alike. */
abstract class CFamilyLowering extends Lowering {
    private final Map<String, Operator> signs;

    /** @param signs what each sign between two operands means; any other is {@link Operator#OTHER} */
    protected CFamilyLowering(SyntaxTree tree, Map<String, Operator> signs) {
        super(tree);
        this.signs = signs;
    }

    /** What follows a branch that is not taken: another branch or a statement. */
    protected Optional<SyntaxNode> alternative(SyntaxNode branch) {
        return branch.child("alternative");
    }

    /** What a branch does before it asks. */
    protected void beforeTest(SyntaxNode branch, List<Statement> into) {}

    /** What a branch asks. */
    protected Expression test(SyntaxNode branch) {
        return part(branch, "condition");
    }

    /** The name under which a handler keeps what it catches. */
    protected Optional<SyntaxNode> caught(SyntaxNode clause) {
        return clause.child("name");
    }

    /** A chain of {@code else if} without recursion. */
    protected final Statement ifStatement(SyntaxNode node) {
        record Branch(SyntaxNode node, List<Statement> before, Expression test, Statement then) {}
        List<Branch> branches = new ArrayList<>();
        Optional<SyntaxNode> at = Optional.of(node);
        while (at.isPresent() && at.get().is("if_statement")) {
            SyntaxNode branch = at.get();
            List<Statement> before = new ArrayList<>();
            beforeTest(branch, before);
            branches.add(new Branch(branch, before, test(branch), body(branch, "consequence")));
            at = alternative(branch);
        }
        Optional<Statement> otherwise = block(at);
        for (Branch branch : branches.reversed()) {
            List<Statement> all = new ArrayList<>(branch.before());
            all.add(new Statement.If(branch.node().span(), branch.test(), branch.then(), otherwise));
            otherwise = Optional.of(
                    all.size() == 1
                            ? all.getFirst()
                            : new Statement.Block(branch.node().span(), all));
        }
        return otherwise.orElse(new Statement.Block(node.span(), List.of()));
    }

    /** A {@code for} of three parts; without a test it goes on until something ends it. */
    protected final Statement forStatement(
            SyntaxNode node, List<Statement> before, Optional<Expression> test, List<Statement> updates) {
        List<Statement> parts = new ArrayList<>(before);
        parts.add(new Statement.While(
                node.span(),
                test.orElse(truth(node, true)),
                body(node, "body"),
                Optional.of(new Statement.Block(node.span(), updates)),
                true,
                Optional.empty()));
        return new Statement.Block(node.span(), parts);
    }

    protected final Statement whileStatement(SyntaxNode node, boolean testFirst) {
        return new Statement.While(
                node.span(),
                part(node, "condition"),
                body(node, "body"),
                Optional.empty(),
                testFirst,
                Optional.empty());
    }

    protected final Statement tryStatement(SyntaxNode node, Statement body) {
        List<Statement.Handler> handlers = new ArrayList<>();
        for (SyntaxNode clause : node.parts()) {
            if (clause.is("catch_clause")) {
                Optional<SyntaxNode> name = caught(clause);
                name.ifPresent(kept -> declare(kept.text()));
                handlers.add(new Statement.Handler(
                        clause.span(), name.map(Lowering::name), List.of(), body(clause, "body")));
            }
        }
        Optional<Statement> finalizer = node.first("finally_clause")
                .flatMap(clause -> block(clause.child("body").or(() -> clause.first("block"))));
        return new Statement.Try(node.span(), body, handlers, Optional.empty(), finalizer);
    }

    /** Two operands and a sign, or a chain of the same sign. */
    protected final Expression binary(SyntaxNode node) {
        return binary(node, signs);
    }

    /** An assignment, with or without a sign before the {@code =}. */
    protected final Expression assignment(SyntaxNode node) {
        Expression target = part(node, "left");
        return operator(node).equals("=")
                ? new Expression.Assignment(node.span(), target, part(node, "right"))
                : augmented(node, target, signs);
    }

    /** {@code !} and {@code -}, of which a sign that is neither tells nothing. */
    protected final Expression unary(SyntaxNode node, Expression operand) {
        Operator operator = switch (operator(node)) {
            case "!" -> Operator.NOT;
            case "-" -> Operator.NEGATE;
            default -> Operator.OTHER;
        };
        return new Expression.Operation(node.span(), operator, List.of(operand));
    }

    /** The name of the type that a declaration gives; empty for {@code var}. */
    static String declaredType(SyntaxNode declaration) {
        String written = declaration.child("type").map(Lowering::typeName).orElse("");
        return written.equals("var") ? "" : written;
    }
}
