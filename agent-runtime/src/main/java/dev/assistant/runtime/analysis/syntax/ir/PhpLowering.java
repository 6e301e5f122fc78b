package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lowers PHP 8. Variables keep their dollar sign, but {@code $this}; names of classes and functions have dots for backslashes. */
final class PhpLowering extends CFamilyLowering {
    private static final Map<String, Operator> SIGNS = Operator.signs(Map.of(
            ".", Operator.ADD,
            // Adds numbers and lists, never texts.
            "+", Operator.OTHER,
            "/", Operator.DIVIDE,
            "===", Operator.EQUAL,
            "<>", Operator.NOT_EQUAL,
            "!==", Operator.NOT_EQUAL,
            "and", Operator.AND,
            "or", Operator.OR,
            // Of flags put together, each is meant.
            "|", Operator.OR,
            "??", Operator.COALESCE));

    private static final Set<String> SUPERGLOBALS =
            Set.of("$_GET", "$_POST", "$_REQUEST", "$_COOKIE", "$_FILES", "$_SERVER", "$_SESSION", "$_ENV", "$GLOBALS");

    private final PhpDeclarations declarations = new PhpDeclarations(this);
    private final PhpValues values = new PhpValues(this, declarations);

    /** Whether the innermost function sees the variables around it. */
    private final Deque<Boolean> sees = new ArrayDeque<>();

    /** Expressions behind {@code <?=}. */
    private final Set<Integer> printed = new HashSet<>();

    PhpLowering(SyntaxTree tree) {
        super(tree, SIGNS);
    }

    @Override
    protected String namespace(SyntaxNode root) {
        return root.first("namespace_definition")
                .flatMap(definition -> definition.child("name"))
                .map(PhpLowering::dotted)
                .orElse("");
    }

    /** A qualified name with dots. */
    static String dotted(SyntaxNode name) {
        String dots = name.text().replace('\\', '.');
        return dots.startsWith(".") ? dots.substring(1) : dots;
    }

    /** Imports, then functions and classes are made before the rest is run. */
    @Override
    protected List<SyntaxNode> ordered(List<SyntaxNode> nodes) {
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(i - 1).is("php_tag", "text_interpolation")
                    && nodes.get(i - 1).text().endsWith("<?=")) {
                printed.add(nodes.get(i).index());
            }
        }
        List<SyntaxNode> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparingInt(PhpLowering::rank));
        return ordered;
    }

    private static int rank(SyntaxNode node) {
        return switch (node.type()) {
            case "namespace_use_declaration" -> 0;
            case "function_definition",
                    "class_declaration",
                    "interface_declaration",
                    "trait_declaration",
                    "enum_declaration" -> 1;
            default -> 2;
        };
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "compound_statement", "colon_block" -> into.addAll(statements(node.parts()));
            case "expression_statement" -> expressionStatement(node, into);
            case "echo_statement" -> into.add(evaluated(calling(node, "echo", expressions(node.parts()))));
            case "exit_statement" -> into.add(evaluated(calling(node, "exit", expressions(node.parts()))));
            case "unset_statement", "declare_statement", "use_declaration" -> {}
            case "if_statement" -> into.add(branches(node));
            case "foreach_statement" -> into.add(forEach(node));
            case "for_statement" -> into.add(forStatement(node));
            case "while_statement" -> into.add(whileStatement(node, true));
            case "do_statement" -> into.add(whileStatement(node, false));
            case "switch_statement" -> into.add(switchStatement(node));
            case "try_statement" -> into.add(tryStatement(node, body(node, "body")));
            case "return_statement" -> into.add(new Statement.Return(node.span(), valueOf(node)));
            case "break_statement" -> into.add(new Statement.Break(node.span()));
            case "continue_statement" -> into.add(new Statement.Continue(node.span()));
            case "global_declaration" -> node.parts().forEach(name -> undeclare(name.text()));
            case "function_static_declaration", "const_declaration" -> constants(node, into);
            case "namespace_definition" -> node.child("body").ifPresent(body -> into.addAll(statements(body.parts())));
            case "namespace_use_declaration" -> into.add(declarations.imports(node));
            case "function_definition" -> into.add(new Statement.Define(node.span(), declarations.function(node)));
            case "class_declaration", "interface_declaration", "trait_declaration", "enum_declaration" -> {
                declare(textOf(node, "name"));
                into.add(new Statement.DefineClass(node.span(), declarations.classDefinition(node)));
            }
            case "php_tag", "text", "text_interpolation", "empty_statement", "named_label_statement" -> {}
            default -> into.add(evaluated(expression(node)));
        }
    }

    private void expressionStatement(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode part : node.parts()) {
            if (part.is("throw_expression")) {
                into.add(new Statement.Throw(part.span(), valueOf(part)));
            } else {
                Expression value = expression(part);
                into.add(evaluated(printed.contains(node.index()) ? calling(node, "echo", List.of(value)) : value));
            }
        }
    }

    static Expression calling(SyntaxNode node, String function, List<Expression> arguments) {
        Span named = new Span(
                node.span().start(), Math.min(node.span().end(), node.span().start() + function.length()));
        return new Expression.Call(
                node.span(),
                new Expression.Name(named, function),
                arguments.stream().map(Expression.Argument::positional).toList(),
                false);
    }

    private void constants(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode element : node.parts()) {
            SyntaxNode name = element.child("name").orElse(element.parts().getFirst());
            declare(name.text());
            Optional<Expression> value = element.child("value")
                    .or(() -> element.parts().stream().skip(1).findFirst())
                    .map(this::expression);
            into.add(new Statement.Declare(element.span(), name(name), "", value));
        }
    }

    /** A branch with all that follow it, which stand beside each other. */
    private Statement branches(SyntaxNode node) {
        List<SyntaxNode> clauses = new ArrayList<>(List.of(node));
        clauses.addAll(node.all("alternative"));
        List<Statement.If> branches = new ArrayList<>();
        Optional<Statement> otherwise = Optional.empty();
        for (SyntaxNode clause : clauses) {
            if (clause.is("else_clause")) {
                otherwise = block(clause.child("body"));
            } else {
                branches.add(new Statement.If(clause.span(), test(clause), body(clause, "body"), Optional.empty()));
            }
        }
        for (Statement.If branch : branches.reversed()) {
            otherwise = Optional.of(new Statement.If(branch.span(), branch.test(), branch.then(), otherwise));
        }
        return otherwise.orElse(new Statement.Block(node.span(), List.of()));
    }

    private Statement forEach(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        Expression iterable = expression(parts.getFirst());
        SyntaxNode given = parts.get(1);
        SyntaxNode element = given.is("pair") ? given.parts().getLast() : given;
        Expression target = expression(element.is("by_ref") ? element.parts().getFirst() : element);
        if (given.is("pair")) {
            expression(given.parts().getFirst());
        }
        return new Statement.ForEach(node.span(), target, "", iterable, false, body(node, "body"), Optional.empty());
    }

    private Statement forStatement(SyntaxNode node) {
        List<Statement> before = expressions(node.all("initialize")).stream()
                .map(Lowering::evaluated)
                .toList();
        Optional<Expression> test = node.child("condition").map(this::expression);
        List<Statement> updates = expressions(node.all("update")).stream()
                .map(Lowering::evaluated)
                .toList();
        return forStatement(node, before, test, updates);
    }

    private Statement switchStatement(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode branch : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            List<Expression> patterns = expressions(branch.all("value"));
            List<SyntaxNode> body = branch.parts().stream()
                    .filter(part -> !part.field().equals("value"))
                    .toList();
            cases.add(new Statement.Case(
                    branch.span(),
                    patterns,
                    Optional.empty(),
                    new Statement.Block(branch.span(), statements(body)),
                    true));
        }
        return new Statement.Switch(node.span(), part(node, "condition"), cases);
    }

    /** Lowers a function; its variables are its own unless it sees those around it. */
    <T> Scoped<T> function(boolean seesOthers, java.util.function.Supplier<T> lowering) {
        sees.push(seesOthers);
        Scoped<T> scoped = scoped(lowering);
        sees.pop();
        return scoped;
    }

    Expression variable(SyntaxNode node) {
        String name = node.text();
        if (name.equals("$this")) {
            return new Expression.Name(node.span(), "this");
        }
        if (!SUPERGLOBALS.contains(name) && !Boolean.TRUE.equals(sees.peek())) {
            declare(name);
        }
        return new Expression.Name(node.span(), name);
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "variable_name" -> variable(node);
            case "name", "qualified_name", "namespace_name", "named_type" ->
                new Expression.Name(node.span(), dotted(node));
            case "relative_scope" -> declarations.scope(node);
            case "parenthesized_expression",
                    "argument",
                    "error_suppression_expression",
                    "clone_expression",
                    "by_ref",
                    "array_element_initializer",
                    "yield_expression" -> valueOf(node).orElse(nothing(node.span()));
            case "assignment_expression", "reference_assignment_expression" ->
                new Expression.Assignment(node.span(), values.target(node), part(node, "right"));
            case "augmented_assignment_expression" -> augmented(node, part(node, "left"), SIGNS);
            case "update_expression" ->
                stepped(node, part(node, "argument"), operator(node).equals("++") ? Operator.ADD : Operator.SUBTRACT);
            case "binary_expression" -> binary(node);
            case "unary_op_expression" -> unary(node);
            case "conditional_expression" -> values.choice(node);
            case "match_expression" -> values.match(node);
            case "throw_expression" -> throwing(node);
            case "cast_expression" -> values.cast(node);
            case "member_access_expression", "nullsafe_member_access_expression" ->
                new Expression.Member(node.span(), part(node, "object"), textOf(node, "name"));
            case "scoped_property_access_expression" ->
                new Expression.Member(
                        node.span(), part(node, "scope"), textOf(node, "name").replace("$", ""));
            case "class_constant_access_expression" -> values.classConstant(node);
            case "subscript_expression" -> values.element(node);
            case "function_call_expression" -> values.call(node);
            case "member_call_expression", "nullsafe_member_call_expression" -> values.method(node, "object");
            case "scoped_call_expression" -> values.method(node, "scope");
            case "object_creation_expression" -> values.creation(node);
            case "array_creation_expression", "list_literal" -> values.array(node);
            case "anonymous_function", "anonymous_function_creation_expression", "arrow_function" ->
                new Expression.Closure(node.span(), declarations.function(node));
            case "string" -> quoted(node);
            case "encapsed_string", "heredoc_body" -> values.interpolation(node);
            case "heredoc", "nowdoc" ->
                node.child("value").map(this::expression).orElse(text(node.span(), ""));
            case "nowdoc_body" -> text(node.span(), node.text());
            case "shell_command_expression" -> calling(node, "shell_exec", List.of(values.interpolation(node)));
            case "include_expression", "include_once_expression", "require_expression", "require_once_expression" ->
                calling(node, node.type().replace("_expression", ""), expressions(node.parts()));
            case "print_intrinsic" -> calling(node, "print", expressions(node.parts()));
            case "exit_statement" -> calling(node, "exit", expressions(node.parts()));
            case "integer" -> number(node);
            case "boolean" ->
                new Expression.Literal(node.span(), Constant.of(node.text().equalsIgnoreCase("true")));
            case "null" -> nothing(node.span());
            default -> opaque(node);
        };
    }

    private Expression unary(SyntaxNode node) {
        Expression operand = part(node, "argument");
        return switch (operator(node)) {
            case "!", "-" -> unary(node, operand);
            case "+" -> new Expression.Operation(node.span(), Operator.NEGATE, List.of(operand));
            default -> operand;
        };
    }
}
