package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lowers Kotlin up to version 2. Types are kept as written, without type arguments and question marks. Its grammar names no roles:
 * parts are known by their kinds and places.
 */
final class KotlinLowering extends Lowering {
    private static final Map<String, Operator> SIGNS = Operator.signs(
            Map.of("===", Operator.EQUAL, "!==", Operator.NOT_EQUAL, "in", Operator.IN, "!in", Operator.NOT_IN));

    private final KotlinDeclarations declarations = new KotlinDeclarations(this);
    private final KotlinBranches branches = new KotlinBranches(this);
    private final KotlinCalls calls;

    KotlinLowering(SyntaxTree tree) {
        super(tree);
        calls = new KotlinCalls(this, declarations, extensions(tree.root()));
    }

    /** The names of functions of the file that are called on something and are no members of it. */
    private static Set<String> extensions(SyntaxNode root) {
        Set<String> names = new HashSet<>();
        for (SyntaxNode part : root.parts()) {
            if (part.is("function_declaration")
                    && KotlinDeclarations.receiver(part).isPresent()) {
                names.add(nameOf(part).map(SyntaxNode::text).orElse(""));
            }
        }
        return names;
    }

    @Override
    protected String namespace(SyntaxNode root) {
        return root.first("package_header")
                .flatMap(header -> header.first("identifier"))
                .map(SyntaxNode::text)
                .orElse("");
    }

    /** The parts with {@code null}, which the grammar takes for a keyword. */
    static List<SyntaxNode> operands(SyntaxNode node) {
        return node.children().stream()
                .filter(child -> child.is("null") || (child.isNamed() && !child.isComment()))
                .toList();
    }

    static Optional<SyntaxNode> nameOf(SyntaxNode declaration) {
        return declaration.first("simple_identifier", "type_identifier");
    }

    /** The first operand, or nothing. */
    Expression first(SyntaxNode node) {
        return operands(node).stream().findFirst().map(this::expression).orElse(nothing(node.span()));
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "statements", "control_structure_body", "import_list" -> into.addAll(statements(operands(node)));
            case "property_declaration" -> property(node, into);
            case "assignment" -> assignment(node, into);
            case "if_expression", "when_expression", "try_expression" -> branches.statement(node, into);
            case "for_statement" -> into.add(forEach(node));
            case "while_statement", "do_while_statement" -> into.add(loop(node));
            case "jump_expression" -> branches.jump(node, into);
            case "function_declaration" -> {
                nameOf(node).ifPresent(name -> declare(name.text()));
                into.add(new Statement.Define(node.span(), declarations.function(node)));
            }
            case "class_declaration", "object_declaration" -> {
                nameOf(node).ifPresent(name -> declare(name.text()));
                into.add(new Statement.DefineClass(node.span(), declarations.classDefinition(node)));
            }
            case "import_header" -> into.add(importHeader(node));
            case "package_header",
                    "file_annotation",
                    "annotation",
                    "label",
                    "type_alias",
                    "getter",
                    "setter",
                    "shebang_line" -> {}
            default -> {
                if (!KotlinDeclarations.areAnnotations(node)) {
                    into.add(evaluated(expression(node)));
                }
            }
        }
    }

    private Statement importHeader(SyntaxNode node) {
        String target = node.first("identifier").map(SyntaxNode::text).orElse("");
        if (node.has("wildcard_import")) {
            return new Statement.Import(node.span(), List.of(new Statement.Binding("*", target)));
        }
        String local = node.first("import_alias")
                .flatMap(KotlinLowering::nameOf)
                .map(SyntaxNode::text)
                .orElse(target.substring(target.lastIndexOf('.') + 1));
        declare(local);
        return new Statement.Import(node.span(), List.of(new Statement.Binding(local, target)));
    }

    private void property(SyntaxNode node, List<Statement> into) {
        Optional<SyntaxNode> several = node.first("multi_variable_declaration");
        Optional<SyntaxNode> value = KotlinDeclarations.initial(node);
        if (several.isPresent()) {
            Expression target = target(several.get());
            value.ifPresent(given -> branches.deliver(
                    given, into, one -> evaluated(new Expression.Assignment(node.span(), target, one))));
            return;
        }
        Optional<SyntaxNode> variable = node.first("variable_declaration");
        Optional<SyntaxNode> name = variable.flatMap(KotlinLowering::nameOf);
        if (name.isEmpty()) {
            return;
        }
        declare(name.get().text());
        String type = declaredType(variable.get());
        if (value.isPresent() && branches.isBranching(value.get())) {
            into.add(new Statement.Declare(node.span(), name(name.get()), type, Optional.empty()));
            branches.deliver(
                    value.get(), into, one -> evaluated(new Expression.Assignment(node.span(), name(name.get()), one)));
        } else {
            into.add(new Statement.Declare(node.span(), name(name.get()), type, value.map(this::initialValue)));
        }
    }

    /** What a property is made with; {@code by lazy} runs a function when it is first read. */
    Expression initialValue(SyntaxNode value) {
        return value.is("property_delegate") ? calls.delegate(value) : expression(value);
    }

    /** The name of the type that a declaration gives, which stands behind the name. */
    static String declaredType(SyntaxNode declaration) {
        return declaration
                .first("user_type", "nullable_type")
                .map(Lowering::typeName)
                .orElse("");
    }

    /** What is made and assigned to: a name, or several in brackets. */
    Expression target(SyntaxNode node) {
        if (node.is("multi_variable_declaration")) {
            return new Expression.Sequence(
                    node.span(), node.parts().stream().map(this::target).toList());
        }
        SyntaxNode name = nameOf(node).orElse(node);
        declare(name.text());
        return name(name);
    }

    private void assignment(SyntaxNode node, List<Statement> into) {
        List<SyntaxNode> parts = operands(node);
        Expression target = assigned(parts.getFirst());
        String sign = node.children().stream()
                .filter(child -> !child.isNamed() && child.text().endsWith("="))
                .findFirst()
                .map(SyntaxNode::text)
                .orElse("=");
        SyntaxNode value = parts.getLast();
        if (sign.equals("=")) {
            branches.deliver(value, into, one -> evaluated(new Expression.Assignment(node.span(), target, one)));
            return;
        }
        Operator operator = SIGNS.getOrDefault(sign.substring(0, sign.length() - 1), Operator.OTHER);
        Expression both = new Expression.Operation(node.span(), operator, List.of(target, expression(value)));
        into.add(evaluated(new Expression.Assignment(node.span(), target, both)));
    }

    private Expression assigned(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        if (parts.isEmpty()) {
            return nothing(node.span());
        }
        Expression target = expression(parts.getFirst());
        for (SyntaxNode suffix : parts.subList(1, parts.size())) {
            target = suffixed(target, suffix);
        }
        return target;
    }

    /** What a member's name or a key in brackets behind something leads to. */
    private Expression suffixed(Expression whole, SyntaxNode suffix) {
        return suffix.is("indexing_suffix")
                ? new Expression.Element(whole.span().to(suffix.span()), whole, first(suffix))
                : new Expression.Member(
                        whole.span().to(suffix.span()),
                        whole,
                        nameOf(suffix).map(SyntaxNode::text).orElse(""));
    }

    private Statement forEach(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts().stream()
                .filter(part -> !part.is("annotation", "control_structure_body"))
                .toList();
        Expression iterable = expression(parts.getLast());
        String type = declaredType(parts.getFirst());
        Expression target = target(parts.getFirst());
        return new Statement.ForEach(node.span(), target, type, iterable, false, loopBody(node), Optional.empty());
    }

    private Statement loop(SyntaxNode node) {
        boolean testFirst = node.is("while_statement");
        Statement body = loopBody(node);
        Expression test = operands(node).stream()
                .filter(part -> !part.is("control_structure_body"))
                .findFirst()
                .map(this::expression)
                .orElse(truth(node, true));
        return new Statement.While(node.span(), test, body, Optional.empty(), testFirst, Optional.empty());
    }

    private Statement loopBody(SyntaxNode node) {
        return node.first("control_structure_body")
                .<Statement>map(this::block)
                .orElse(new Statement.Block(node.span(), List.of()));
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "simple_identifier", "type_identifier", "interpolated_identifier" -> name(node);
            case "this_expression" -> new Expression.Name(node.span(), "this");
            case "super_expression" -> new Expression.Name(node.span(), "super");
            case "user_type" -> new Expression.Name(node.span(), typeName(node));
            case "parenthesized_expression", "value_argument", "when_condition", "interpolated_expression" ->
                operands(node).isEmpty()
                        ? nothing(node.span())
                        : expression(operands(node).getLast());
            case "navigation_expression" -> navigation(node);
            case "indexing_expression" -> navigation(node);
            case "call_expression" -> calls.call(node);
            case "infix_expression" -> calls.infix(node);
            case "callable_reference" -> calls.reference(node);
            case "lambda_literal", "annotated_lambda" -> new Expression.Closure(node.span(), declarations.lambda(node));
            case "anonymous_function" -> new Expression.Closure(node.span(), declarations.function(node));
            case "object_literal" ->
                new Expression.Call(
                        node.span(),
                        new Expression.ClassExpression(node.span(), declarations.anonymous(node)),
                        List.of(),
                        true);
            case "if_expression", "when_expression", "try_expression", "jump_expression" -> branches.value(node);
            case "elvis_expression" -> operation(node, Operator.COALESCE);
            case "conjunction_expression" -> operation(node, Operator.AND);
            case "disjunction_expression" -> operation(node, Operator.OR);
            case "additive_expression", "multiplicative_expression", "comparison_expression", "equality_expression" ->
                operation(node, sign(node));
            case "check_expression" -> check(node);
            case "as_expression" ->
                new Expression.Cast(node.span(), typeName(node.parts().getLast()), first(node));
            case "prefix_expression", "postfix_expression" -> unary(node);
            case "collection_literal" -> new Expression.Sequence(node.span(), expressions(operands(node)));
            case "spread_expression" -> new Expression.Spread(node.span(), first(node));
            case "string_literal" -> KotlinStrings.lower(node, this);
            case "character_literal" -> text(node.span(), Escapes.decode(unquoted(node.text())));
            case "integer_literal", "long_literal", "hex_literal", "bin_literal", "unsigned_literal" -> number(node);
            case "boolean_literal" -> truth(node, node.text().equals("true"));
            case "null" -> nothing(node.span());
            default -> opaque(node);
        };
    }

    private Expression navigation(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        return suffixed(expression(parts.getFirst()), parts.getLast());
    }

    static Operator sign(SyntaxNode node) {
        return node.children().stream()
                .filter(child -> !child.isNamed())
                .map(child -> SIGNS.get(child.type()))
                .filter(operator -> operator != null)
                .findFirst()
                .orElse(Operator.OTHER);
    }

    /** Operands of the same sign, which the grammar nests to the left, without recursion. */
    private Expression operation(SyntaxNode node, Operator operator) {
        Deque<SyntaxNode> chain = new ArrayDeque<>();
        SyntaxNode at = node;
        while (at.is(node.type()) && operands(at).size() == 2 && (at.equals(node) || same(at, node))) {
            chain.addFirst(operands(at).getLast());
            at = operands(at).getFirst();
        }
        chain.addFirst(at);
        return new Expression.Operation(node.span(), operator, expressions(List.copyOf(chain)));
    }

    private static boolean same(SyntaxNode some, SyntaxNode other) {
        return sign(some) == sign(other) && !other.is("comparison_expression", "equality_expression");
    }

    private Expression check(SyntaxNode node) {
        Operator operator = sign(node);
        return operator == Operator.IN || operator == Operator.NOT_IN
                ? new Expression.Operation(node.span(), operator, expressions(operands(node)))
                : new Expression.Opaque(node.span(), List.of());
    }

    private Expression unary(SyntaxNode node) {
        Expression operand = first(node);
        boolean prefix = node.is("prefix_expression");
        if (node.children().stream().anyMatch(child -> child.is("++", "--"))) {
            return stepped(
                    node,
                    operand,
                    node.children().stream().anyMatch(child -> child.is("++")) ? Operator.ADD : Operator.SUBTRACT);
        }
        if (prefix && node.has("!")) {
            return new Expression.Operation(node.span(), Operator.NOT, List.of(operand));
        }
        return prefix && node.has("-")
                ? new Expression.Operation(node.span(), Operator.NEGATE, List.of(operand))
                : operand;
    }
}
