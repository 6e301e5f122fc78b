package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lowers Ruby. A name that nothing was assigned to before is a call without arguments; a block is the last argument of its call;
 * the last statement of a method is what it returns. Instance variables are members of {@code this}.
 */
final class RubyLowering extends Lowering {
    private static final Map<String, Operator> SIGNS =
            Operator.signs(Map.of("===", Operator.EQUAL, "and", Operator.AND, "or", Operator.OR));

    private final RubyDeclarations declarations = new RubyDeclarations(this);
    private final RubyStatements flow = new RubyStatements(this);
    private final RubyValues values = new RubyValues(this, declarations);

    /** Variables that were assigned to so far, by function; blocks see those around them. */
    private final Deque<Set<String>> variables = new ArrayDeque<>();

    private final List<Integer> beginnings = new ArrayList<>();
    private final List<SyntaxNode> heredocs = new ArrayList<>();

    RubyLowering(SyntaxTree tree) {
        super(tree);
        collect(tree.root());
        variables.push(new HashSet<>());
    }

    /** Lowers a function; blocks see the variables around them. */
    <T> Scoped<T> function(boolean isBlock, Supplier<T> lowering) {
        variables.push(isBlock ? new HashSet<>(variables.getFirst()) : new HashSet<>());
        Scoped<T> scoped = scoped(lowering);
        variables.pop();
        return scoped;
    }

    /** Makes a variable, unless there is one of the name. */
    void variable(String name) {
        if (variables.getFirst().add(name)) {
            declare(name);
        }
    }

    /** Makes a variable that hides one around it. */
    void parameter(String name) {
        variables.getFirst().add(name);
        declare(name);
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "body_statement", "begin" -> flow.guarded(node, into);
            case "then", "do", "else", "block_body", "parenthesized_statements", "begin_block" ->
                into.addAll(statements(node.parts()));
            case "if", "unless", "elsif" -> into.add(flow.branch(node));
            case "if_modifier", "unless_modifier" -> into.add(flow.modified(node));
            case "while", "until", "while_modifier", "until_modifier" -> into.add(flow.loop(node));
            case "for" -> into.add(flow.forEach(node));
            case "case", "case_match" -> into.add(flow.choice(node));
            case "return" -> into.add(new Statement.Return(node.span(), flow.given(node)));
            case "break" -> into.add(new Statement.Break(node.span()));
            case "next" -> into.add(next(node));
            case "method", "singleton_method" -> {
                declare(textOf(node, "name"));
                into.add(new Statement.Define(node.span(), declarations.function(node)));
            }
            case "class", "module" -> type(node, into);
            case "empty_statement", "heredoc_body", "undef", "alias", "uninterpreted", "comment" -> {}
            default -> into.add(step(node));
        }
    }

    private void type(SyntaxNode node, List<Statement> into) {
        if (node.is("module") && hasOnlyTypes(node)) {
            into.addAll(statements(node.child("body").map(SyntaxNode::parts).orElse(List.of())));
            return;
        }
        ClassDefinition made = declarations.classDefinition(node);
        declare(made.name());
        into.add(new Statement.DefineClass(node.span(), made));
    }

    /** Whether a module only gives a namespace. */
    private static boolean hasOnlyTypes(SyntaxNode node) {
        return node.child("body").map(SyntaxNode::parts).orElse(List.of()).stream()
                .allMatch(part -> part.is("class", "module", "comment"));
    }

    /** The text that begins below the line; of several in a line, the one that it stands for by order. */
    private Expression heredoc(SyntaxNode node) {
        int index = beginnings.indexOf(node.index());
        return index >= 0 && index < heredocs.size() ? values.text(heredocs.get(index)) : opaque(node);
    }

    private void collect(SyntaxNode node) {
        Deque<SyntaxNode> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            SyntaxNode next = open.pop();
            if (next.is("heredoc_beginning")) {
                beginnings.add(next.index());
            } else if (next.is("heredoc_body")) {
                heredocs.add(next);
            }
            next.children().reversed().forEach(open::push);
        }
    }

    /** What is assigned to. */
    Expression target(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier", "constant" -> {
                variable(node.text());
                yield name(node);
            }
            case "left_assignment_list", "destructured_left_assignment" ->
                new Expression.Sequence(
                        node.span(), node.parts().stream().map(this::target).toList());
            case "rest_assignment" ->
                new Expression.Spread(
                        node.span(),
                        node.parts().stream().findFirst().map(this::target).orElse(nothing(node.span())));
            case "call" -> new Expression.Member(node.span(), part(node, "receiver"), textOf(node, "method"));
            default -> expression(node);
        };
    }

    /** In a block it gives the block's result; in a loop it goes on. */
    private Statement next(SyntaxNode node) {
        Optional<Expression> value = flow.given(node);
        return value.isPresent() ? new Statement.Return(node.span(), value) : new Statement.Continue(node.span());
    }

    /** Raising ends what a method does. */
    private Statement step(SyntaxNode node) {
        Expression value = expression(node);
        boolean raises = value instanceof Expression.Call call
                && call.callee() instanceof Expression.Name name
                && (name.name().equals("raise") || name.name().equals("fail"));
        return raises ? new Statement.Throw(value.span(), Optional.of(value)) : evaluated(value);
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier" -> values.identifier(node, variables.getFirst());
            case "constant", "global_variable" -> name(node);
            case "self" -> new Expression.Name(node.span(), "this");
            case "instance_variable", "class_variable" ->
                new Expression.Member(
                        node.span(),
                        new Expression.Name(node.span(), "this"),
                        node.text().replace("@", ""));
            case "scope_resolution" -> values.qualified(node);
            case "parenthesized_statements",
                    "then",
                    "else",
                    "elsif",
                    "begin",
                    "if",
                    "unless",
                    "case",
                    "case_match",
                    "if_modifier",
                    "unless_modifier",
                    "return",
                    "next",
                    "break" -> values.statementValue(node);
            case "call" -> values.call(node);
            case "element_reference" -> values.element(node);
            case "assignment" -> values.assignment(node);
            case "operator_assignment" -> values.augmented(node, SIGNS);
            case "binary" -> values.binary(node, SIGNS);
            case "unary" -> values.unary(node);
            case "conditional" -> choice(node);
            case "rescue_modifier" ->
                new Expression.Operation(node.span(), Operator.OR, List.of(part(node, "body"), part(node, "handler")));
            case "string", "chained_string", "regex", "delimited_symbol", "bare_string", "bare_symbol" ->
                values.text(node);
            case "subshell" -> values.command(node);
            case "heredoc_beginning" -> heredoc(node);
            case "simple_symbol" -> text(node.span(), node.text().replaceFirst("^:", ""));
            case "hash_key_symbol" -> text(node.span(), node.text());
            case "array", "string_array", "symbol_array", "right_assignment_list" ->
                new Expression.Sequence(node.span(), expressions(node.parts()));
            case "splat_argument" ->
                new Expression.Spread(node.span(), valueOf(node).orElse(nothing(node.span())));
            case "hash" -> values.hash(node);
            case "lambda" -> new Expression.Closure(node.span(), declarations.block(node));
            case "integer" -> number(node);
            case "true" -> truth(node, true);
            case "false" -> truth(node, false);
            case "nil" -> nothing(node.span());
            default -> opaque(node);
        };
    }
}
