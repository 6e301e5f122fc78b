package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lowers C# up to version 13. Types are kept as written, without type arguments, question marks and brackets. */
final class CSharpLowering extends CFamilyLowering {
    private static final Map<String, Operator> SIGNS = Operator.signs(Map.of("??", Operator.COALESCE));

    private final CSharpDeclarations declarations = new CSharpDeclarations(this);
    private final CSharpPatterns patterns = new CSharpPatterns(this);
    private final CSharpValues values = new CSharpValues(this);

    CSharpLowering(SyntaxTree tree) {
        super(tree, SIGNS);
    }

    @Override
    protected String namespace(SyntaxNode root) {
        return root.first("file_scoped_namespace_declaration", "namespace_declaration")
                .flatMap(declaration -> declaration.child("name"))
                .map(SyntaxNode::text)
                .orElse("");
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "block",
                    "global_statement",
                    "declaration_list",
                    "lock_statement",
                    "checked_statement",
                    "unsafe_statement",
                    "labeled_statement" -> into.addAll(statements(node.parts()));
            case "expression_statement" -> expressions(node.parts()).forEach(part -> into.add(evaluated(part)));
            case "local_declaration_statement", "fixed_statement" ->
                node.parts().forEach(part -> statement(part, into));
            case "variable_declaration" -> declare(node, into);
            case "using_statement" -> using(node, into);
            case "if_statement" -> into.add(ifStatement(node));
            case "for_statement" -> into.add(forStatement(node));
            case "foreach_statement" -> into.add(forEach(node));
            case "while_statement" -> into.add(whileStatement(node, true));
            case "do_statement" -> into.add(whileStatement(node, false));
            case "switch_statement" -> into.add(patterns.statement(node));
            case "try_statement" -> into.add(tryStatement(node, body(node, "body")));
            case "return_statement" -> into.add(new Statement.Return(node.span(), given(node)));
            case "throw_statement" -> into.add(new Statement.Throw(node.span(), valueOf(node)));
            case "break_statement", "goto_statement" -> into.add(new Statement.Break(node.span()));
            case "continue_statement" -> into.add(new Statement.Continue(node.span()));
            case "local_function_statement" -> {
                declare(textOf(node, "name"));
                into.add(new Statement.Define(node.span(), declarations.function(node)));
            }
            case "using_directive" -> into.add(declarations.imports(node));
            case "namespace_declaration" -> node.child("body").ifPresent(body -> into.addAll(statements(body.parts())));
            case "class_declaration",
                    "record_declaration",
                    "struct_declaration",
                    "interface_declaration",
                    "enum_declaration" -> {
                declare(textOf(node, "name"));
                into.add(new Statement.DefineClass(node.span(), declarations.classDefinition(node)));
            }
            case "file_scoped_namespace_declaration",
                    "extern_alias_directive",
                    "global_attribute",
                    "delegate_declaration",
                    "empty_statement",
                    "modifier",
                    "identifier" -> {}
            default -> into.add(evaluated(opaque(node)));
        }
    }

    private void declare(SyntaxNode node, List<Statement> into) {
        String type = declaredType(node);
        for (SyntaxNode declarator : node.parts()) {
            if (declarator.is("variable_declarator")) {
                declarator.first("tuple_pattern").ifPresent(names -> into.add(evaluated(taken(declarator, names))));
                declarator.child("name").ifPresent(name -> {
                    Optional<Expression> value = initial(declarator);
                    declare(name.text());
                    into.add(new Statement.Declare(declarator.span(), name(name), type, value));
                });
            }
        }
    }

    /** {@code var (first, second) = value}. */
    private Expression taken(SyntaxNode declarator, SyntaxNode names) {
        Expression value = expression(declarator.parts().getLast());
        List<Expression> targets = names.parts().stream().map(this::target).toList();
        return new Expression.Assignment(declarator.span(), new Expression.Sequence(names.span(), targets), value);
    }

    /** What a variable, field or parameter is made with. */
    Optional<Expression> initial(SyntaxNode declarator) {
        return declarator.parts().stream()
                .filter(part ->
                        part.field().isEmpty() && !part.is("attribute_list", "modifier", "bracketed_argument_list"))
                .findFirst()
                .map(this::expression);
    }

    private void using(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode part : node.parts()) {
            if (part.is("variable_declaration")) {
                declare(part, into);
            } else if (!part.field().equals("body")) {
                into.add(evaluated(expression(part)));
            }
        }
        node.child("body").ifPresent(body -> into.addAll(statements(List.of(body))));
    }

    private Statement forStatement(SyntaxNode node) {
        List<Statement> before = new ArrayList<>();
        for (SyntaxNode init : node.all("initializer")) {
            if (init.is("variable_declaration")) {
                declare(init, before);
            } else {
                before.add(evaluated(expression(init)));
            }
        }
        Optional<Expression> test = node.child("condition").map(this::expression);
        List<Statement> updates = expressions(node.all("update")).stream()
                .map(Lowering::evaluated)
                .toList();
        return forStatement(node, before, test, updates);
    }

    private Statement forEach(SyntaxNode node) {
        Expression iterable = part(node, "right");
        Expression target = node.child("left").map(this::target).orElse(nothing(node.span()));
        return new Statement.ForEach(
                node.span(), target, declaredType(node), iterable, false, body(node, "body"), Optional.empty());
    }

    /** What is made and assigned to: a name, or several in brackets. */
    private Expression target(SyntaxNode node) {
        if (node.is("identifier")) {
            declare(node.text());
        }
        return expression(node);
    }

    @Override
    protected Optional<SyntaxNode> caught(SyntaxNode clause) {
        return clause.first("catch_declaration").flatMap(super::caught);
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier", "this", "predefined_type" -> name(node);
            case "base" -> new Expression.Name(node.span(), "this");
            case "generic_name", "array_type", "nullable_type" -> new Expression.Name(node.span(), typeName(node));
            case "qualified_name", "alias_qualified_name" -> new Expression.Name(node.span(), typeName(node));
            case "parenthesized_expression", "await_expression", "argument", "constant_pattern", "ref_expression" ->
                given(node).orElse(nothing(node.span()));
            case "member_access_expression" ->
                new Expression.Member(node.span(), part(node, "expression"), typeName(textOf(node, "name")));
            case "conditional_access_expression", "member_binding_expression" -> values.conditional(node);
            case "element_access_expression" -> values.element(node);
            case "element_binding_expression", "collection_expression" -> values.bracketed(node);
            case "invocation_expression" -> values.call(node);
            case "object_creation_expression" -> values.creation(node);
            case "implicit_object_creation_expression" -> opaque(node);
            case "argument_list" -> new Expression.Opaque(node.span(), expressions(node.parts()));
            case "array_creation_expression", "implicit_array_creation_expression", "stackalloc_expression" ->
                node.first("initializer_expression")
                        .map(this::expression)
                        .orElse(new Expression.Sequence(node.span(), List.of()));
            case "initializer_expression", "tuple_expression" ->
                new Expression.Sequence(node.span(), expressions(node.parts()));
            case "declaration_expression" -> {
                declare(textOf(node, "name"));
                yield new Expression.Name(spanOf(node.child("name"), node), textOf(node, "name"));
            }
            case "discard" -> new Expression.Opaque(node.span(), List.of());
            case "assignment_expression" -> assignment(node);
            case "binary_expression" -> binary(node);
            case "prefix_unary_expression", "postfix_unary_expression" -> unary(node);
            case "conditional_expression" -> choice(node);
            case "cast_expression" ->
                new Expression.Cast(
                        node.span(), node.child("type").map(Lowering::typeName).orElse(""), part(node, "value"));
            case "as_expression" ->
                new Expression.Cast(
                        node.span(), node.child("right").map(Lowering::typeName).orElse(""), part(node, "left"));
            case "is_expression", "typeof_expression", "default_expression", "sizeof_expression" ->
                new Expression.Opaque(node.span(), List.of());
            case "is_pattern_expression" -> patterns.test(node);
            case "switch_expression" -> patterns.value(node);
            case "throw_expression" -> throwing(node);
            case "lambda_expression", "anonymous_method_expression" ->
                new Expression.Closure(node.span(), declarations.function(node));
            case "interpolated_string_expression" -> values.interpolation(node);
            case "string_literal" -> quoted(node);
            case "verbatim_string_literal" -> text(node.span(), CSharpValues.verbatim(node.text()));
            case "raw_string_literal" ->
                text(
                        node.span(),
                        node.first("raw_string_content").map(SyntaxNode::text).orElse(""));
            case "character_literal" -> text(node.span(), Escapes.decode(unquoted(node.text())));
            case "integer_literal" -> number(node);
            case "boolean_literal" ->
                new Expression.Literal(node.span(), Constant.of(node.text().equals("true")));
            case "null_literal" -> nothing(node.span());
            default -> opaque(node);
        };
    }

    /** What stands last in it; {@code this} is a keyword and no part. */
    private Optional<Expression> given(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        return parts.isEmpty() ? node.first("this").map(this::expression) : Optional.of(expression(parts.getLast()));
    }

    private Expression unary(SyntaxNode node) {
        Expression operand = valueOf(node).orElse(nothing(node.span()));
        String text = node.text();
        if (text.startsWith("++") || text.endsWith("++")) {
            return stepped(node, operand, Operator.ADD);
        }
        if (text.startsWith("--") || text.endsWith("--")) {
            return stepped(node, operand, Operator.SUBTRACT);
        }
        if (node.is("postfix_unary_expression")) {
            return operand;
        }
        return switch (text.charAt(0)) {
            case '!' -> new Expression.Operation(node.span(), Operator.NOT, List.of(operand));
            case '-' -> new Expression.Operation(node.span(), Operator.NEGATE, List.of(operand));
            default -> new Expression.Operation(node.span(), Operator.OTHER, List.of(operand));
        };
    }
}
