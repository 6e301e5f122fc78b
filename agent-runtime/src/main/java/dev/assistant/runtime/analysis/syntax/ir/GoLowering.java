package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lowers Go. A file's namespace is its folder. Methods belong to the class of their receiver, whose name in them is a variable that
 * is {@code this}. Several results are a sequence.
 */
final class GoLowering extends CFamilyLowering {
    private static final Map<String, Operator> SIGNS = Operator.signs(Map.of());

    /** What comes after all declarations that are known everywhere. */
    private static final int LAST = 3;

    private final GoDeclarations declarations = new GoDeclarations(this);
    private final GoValues values = new GoValues(this);

    /** What the second value of {@code value, ok := map[key]} says, by its name. */
    private final Map<String, Expression> membership = new HashMap<>();

    GoLowering(SyntaxTree tree) {
        super(tree, SIGNS);
    }

    @Override
    protected String namespace(SyntaxNode root) {
        String path = root.tree().source().path();
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The order of declarations does not matter: types and functions are made first. */
    @Override
    protected List<SyntaxNode> ordered(List<SyntaxNode> nodes) {
        if (nodes.stream().noneMatch(node -> rank(node) < LAST)) {
            return nodes;
        }
        List<SyntaxNode> ordered = new ArrayList<>(nodes);
        ordered.sort(Comparator.comparingInt(GoLowering::rank));
        return ordered;
    }

    private static int rank(SyntaxNode node) {
        return switch (node.type()) {
            case "import_declaration" -> 0;
            case "type_declaration", "method_declaration" -> 1;
            case "function_declaration" -> 2;
            default -> LAST;
        };
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "block", "statement_list" -> into.addAll(statements(node.parts()));
            case "expression_statement" -> expressionStatement(node, into);
            case "go_statement", "defer_statement", "send_statement" ->
                expressions(node.parts()).forEach(part -> into.add(evaluated(part)));
            case "short_var_declaration" -> assign(node, true, into);
            case "assignment_statement" -> assignment(node, into);
            case "inc_statement", "dec_statement" -> {
                Operator operator = node.is("inc_statement") ? Operator.ADD : Operator.SUBTRACT;
                Expression target = valueOf(node).orElse(nothing(node.span()));
                into.add(new Statement.Evaluate(node.span(), stepped(node, target, operator)));
            }
            case "var_declaration", "const_declaration", "var_spec_list" ->
                node.parts().forEach(spec -> declaration(spec, into));
            case "if_statement" -> into.add(ifStatement(node));
            case "for_statement" -> new GoLoops(this).loop(node, into);
            case "expression_switch_statement" -> new GoSwitches(this).byValue(node, into);
            case "type_switch_statement" -> new GoSwitches(this).byType(node, into);
            case "select_statement" -> new GoSwitches(this).select(node, into);
            case "return_statement" -> into.add(returnStatement(node));
            case "break_statement", "goto_statement" -> into.add(new Statement.Break(node.span()));
            case "continue_statement" -> into.add(new Statement.Continue(node.span()));
            case "labeled_statement" ->
                into.addAll(statements(node.parts().subList(1, node.parts().size())));
            case "import_declaration" -> into.add(declarations.imports(node));
            case "function_declaration" -> {
                declare(textOf(node, "name"));
                into.add(new Statement.Define(node.span(), declarations.function(node)));
            }
            case "type_declaration" -> declarations.types(node, into);
            case "method_declaration" -> declarations.method(node, into);
            case "package_clause", "fallthrough_statement", "empty_statement", "comment" -> {}
            default -> into.add(new Statement.Evaluate(node.span(), expression(node)));
        }
    }

    /** Panics end what a function does. */
    private void expressionStatement(SyntaxNode node, List<Statement> into) {
        for (Expression part : expressions(node.parts())) {
            boolean panics = part instanceof Expression.Call call
                    && call.callee() instanceof Expression.Name name
                    && name.name().equals("panic");
            into.add(
                    panics
                            ? new Statement.Throw(part.span(), Optional.of(part))
                            : new Statement.Evaluate(part.span(), part));
        }
    }

    void assign(SyntaxNode node, boolean declares, List<Statement> into) {
        List<SyntaxNode> targets = listed(node.child("left"));
        List<SyntaxNode> given = listed(node.child("right"));
        assign(node, targets, given, declares, into);
    }

    private void assign(
            SyntaxNode node, List<SyntaxNode> targets, List<SyntaxNode> given, boolean declares, List<Statement> into) {
        if (targets.size() == 2 && given.size() == 1 && given.getFirst().is("index_expression")) {
            lookUp(node, targets, given.getFirst(), declares, into);
            return;
        }
        targets.forEach(target -> membership.remove(target.text()));
        List<Expression> lowered = expressions(given);
        if (targets.size() == lowered.size()) {
            for (int i = 0; i < lowered.size(); i++) {
                Expression target = target(targets.get(i), declares);
                into.add(evaluated(new Expression.Assignment(node.span(), target, lowered.get(i))));
            }
        } else if (lowered.size() == 1) {
            List<Expression> names =
                    targets.stream().map(target -> target(target, declares)).toList();
            Expression several = new Expression.Sequence(node.span(), names);
            into.add(evaluated(new Expression.Assignment(node.span(), several, lowered.getFirst())));
        }
    }

    /** {@code value, ok := map[key]}. */
    private void lookUp(
            SyntaxNode node, List<SyntaxNode> targets, SyntaxNode element, boolean declares, List<Statement> into) {
        Expression value = expression(element);
        into.add(evaluated(new Expression.Assignment(node.span(), target(targets.getFirst(), declares), value)));
        Expression contained = new Expression.Operation(
                element.span(), Operator.IN, List.of(part(element, "index"), part(element, "operand")));
        membership.put(targets.getLast().text(), contained);
        into.add(evaluated(new Expression.Assignment(node.span(), target(targets.getLast(), declares), contained)));
    }

    private void assignment(SyntaxNode node, List<Statement> into) {
        if (operator(node).equals("=")) {
            assign(node, false, into);
        } else {
            Expression target = target(listed(node.child("left")).getFirst(), false);
            into.add(evaluated(augmented(node, target, SIGNS)));
        }
    }

    /** What is assigned to; the blank identifier keeps nothing. */
    Expression target(SyntaxNode node, boolean declares) {
        if (node.text().equals("_")) {
            return new Expression.Opaque(node.span(), List.of());
        }
        if (declares && node.is("identifier")) {
            declare(node.text());
        }
        return expression(node);
    }

    static List<SyntaxNode> listed(Optional<SyntaxNode> list) {
        return list.map(node -> node.is("expression_list") ? node.parts() : List.of(node))
                .orElse(List.of());
    }

    private void declaration(SyntaxNode spec, List<Statement> into) {
        if (spec.is("var_spec_list")) {
            spec.parts().forEach(inner -> declaration(inner, into));
            return;
        }
        List<SyntaxNode> names =
                spec.all("name").stream().filter(SyntaxNode::isNamed).toList();
        List<SyntaxNode> given = listed(spec.child("value"));
        String type = spec.child("type").map(GoDeclarations::typeOf).orElse("");
        if (names.size() > 1 && given.size() == 1) {
            assign(spec, names, given, true, into);
            return;
        }
        for (int i = 0; i < names.size(); i++) {
            SyntaxNode name = names.get(i);
            if (!name.text().equals("_")) {
                declare(name.text());
                Optional<Expression> value =
                        i < given.size() ? Optional.of(expression(given.get(i))) : Optional.empty();
                into.add(new Statement.Declare(spec.span(), name(name), type, value));
            }
        }
    }

    @Override
    protected void beforeTest(SyntaxNode branch, List<Statement> into) {
        branch.child("initializer").ifPresent(init -> statement(init, into));
    }

    /** What {@code ok} says of a key is asked again. */
    @Override
    protected Expression test(SyntaxNode branch) {
        return branch.child("condition").map(this::asked).orElse(nothing(branch.span()));
    }

    private Expression asked(SyntaxNode node) {
        boolean negated = node.is("unary_expression") && operator(node).equals("!");
        String name = negated ? textOf(node, "operand") : node.text();
        Expression contained = membership.get(name);
        if (contained == null) {
            return expression(node);
        }
        return negated ? new Expression.Operation(node.span(), Operator.NOT, List.of(contained)) : contained;
    }

    private Statement returnStatement(SyntaxNode node) {
        List<SyntaxNode> given = listed(node.parts().stream().findFirst());
        List<Expression> results = given.isEmpty() ? declarations.namedResults() : expressions(given);
        return new Statement.Return(
                node.span(),
                switch (results.size()) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(results.getFirst());
                    default -> Optional.of(new Expression.Sequence(node.span(), results));
                });
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier", "type_identifier", "package_identifier" -> name(node);
            case "qualified_type" -> new Expression.Member(node.span(), part(node, "package"), textOf(node, "name"));
            case "parenthesized_expression" -> valueOf(node).orElse(nothing(node.span()));
            case "selector_expression" ->
                new Expression.Member(node.span(), part(node, "operand"), textOf(node, "field"));
            case "index_expression" -> new Expression.Element(node.span(), part(node, "operand"), part(node, "index"));
            case "slice_expression" ->
                new Expression.Slice(node.span(), part(node, "operand"), part(node, "start"), part(node, "end"));
            case "call_expression" -> values.call(node);
            case "composite_literal" -> values.composite(node);
            case "literal_value" -> values.elided(node);
            case "type_assertion_expression", "type_conversion_expression" ->
                new Expression.Cast(node.span(), "", part(node, "operand"));
            case "func_literal" -> new Expression.Closure(node.span(), declarations.function(node));
            case "binary_expression" -> binary(node);
            case "unary_expression" -> unary(node);
            case "interpreted_string_literal" -> text(node.span(), Escapes.decode(unquoted(node.text())));
            case "raw_string_literal" -> text(node.span(), unquoted(node.text()));
            case "rune_literal" -> text(node.span(), Escapes.decode(unquoted(node.text())));
            case "int_literal" -> number(node);
            case "true" -> truth(node, true);
            case "false" -> truth(node, false);
            case "nil" -> nothing(node.span());
            default -> opaque(node);
        };
    }

    private Expression unary(SyntaxNode node) {
        Expression operand = part(node, "operand");
        return switch (operator(node)) {
            case "&", "*", "<-" -> operand;
            default -> unary(node, operand);
        };
    }
}
