package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import dev.assistant.runtime.analysis.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lowers Java up to version 25. Types are kept as written, without type arguments. */
final class JavaLowering extends CFamilyLowering {
    private final JavaDeclarations declarations = new JavaDeclarations(this);

    JavaLowering(SyntaxTree tree) {
        super(tree, Operator.signs(Map.of()));
    }

    @Override
    protected String namespace(SyntaxNode root) {
        return root.first("package_declaration")
                .flatMap(declaration -> declaration.first("scoped_identifier", "identifier"))
                .map(SyntaxNode::text)
                .orElse("");
    }

    @Override
    protected void statement(SyntaxNode node, List<Statement> into) {
        switch (node.type()) {
            case "block", "constructor_body" -> into.addAll(statements(node.parts()));
            case "expression_statement" -> expressions(node.parts()).forEach(part -> into.add(evaluated(part)));
            case "local_variable_declaration" -> declare(node, into);
            case "if_statement" -> into.add(ifStatement(node));
            case "for_statement" -> into.add(forStatement(node));
            case "enhanced_for_statement" -> into.add(forEach(node));
            case "while_statement" -> into.add(whileStatement(node, true));
            case "do_statement" -> into.add(whileStatement(node, false));
            case "return_statement", "yield_statement" -> into.add(new Statement.Return(node.span(), valueOf(node)));
            case "throw_statement" -> into.add(new Statement.Throw(node.span(), valueOf(node)));
            case "break_statement" -> into.add(new Statement.Break(node.span()));
            case "continue_statement" -> into.add(new Statement.Continue(node.span()));
            case "try_statement" -> into.add(tryStatement(node, body(node, "body")));
            case "try_with_resources_statement" -> into.add(tryWithResources(node));
            case "switch_expression", "switch_statement" -> into.add(switchStatement(node));
            case "synchronized_statement" -> node.child("body").ifPresent(body -> into.add(block(body)));
            case "labeled_statement" ->
                into.addAll(statements(node.parts().subList(1, node.parts().size())));
            case "assert_statement" ->
                into.add(new Statement.Assert(
                        node.span(), expression(node.parts().getFirst())));
            case "import_declaration" -> into.add(importDeclaration(node));
            case "class_declaration", "interface_declaration", "enum_declaration", "record_declaration" -> {
                declare(node.child("name").map(SyntaxNode::text).orElse(""));
                into.add(new Statement.DefineClass(node.span(), declarations.classDefinition(node)));
            }
            case "package_declaration", "module_declaration", "annotation_type_declaration", "identifier" -> {}
            default -> into.add(new Statement.Evaluate(node.span(), opaque(node)));
        }
    }

    private Statement importDeclaration(SyntaxNode node) {
        String target = node.first("scoped_identifier", "identifier")
                .map(SyntaxNode::text)
                .orElse("");
        if (node.has("asterisk")) {
            return new Statement.Import(node.span(), List.of(new Statement.Binding("*", target)));
        }
        String local = target.substring(target.lastIndexOf('.') + 1);
        declare(local);
        return new Statement.Import(node.span(), List.of(new Statement.Binding(local, target)));
    }

    private void declare(SyntaxNode node, List<Statement> into) {
        String type = declaredType(node);
        for (SyntaxNode declarator : node.all("declarator")) {
            declarator.child("name").ifPresent(name -> {
                declare(name.text());
                into.add(new Statement.Declare(
                        declarator.span(),
                        name(name),
                        type,
                        declarator.child("value").map(this::expression)));
            });
        }
    }

    private Statement forStatement(SyntaxNode node) {
        List<Statement> before = new ArrayList<>();
        for (SyntaxNode init : node.all("init")) {
            if (init.is("local_variable_declaration")) {
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
        Expression iterable = part(node, "value");
        SyntaxNode name = node.child("name").orElse(node);
        declare(name.text());
        return new Statement.ForEach(
                node.span(), name(name), declaredType(node), iterable, false, body(node, "body"), Optional.empty());
    }

    @Override
    protected Optional<SyntaxNode> caught(SyntaxNode clause) {
        return clause.first("catch_formal_parameter").flatMap(super::caught);
    }

    private Statement tryWithResources(SyntaxNode node) {
        List<Statement> parts = new ArrayList<>();
        for (SyntaxNode resource :
                node.child("resources").map(SyntaxNode::parts).orElse(List.of())) {
            if (resource.child("name").isPresent()) {
                SyntaxNode name = resource.child("name").get();
                declare(name.text());
                parts.add(new Statement.Declare(
                        resource.span(),
                        name(name),
                        declaredType(resource),
                        resource.child("value").map(this::expression)));
            }
        }
        parts.add(body(node, "body"));
        return tryStatement(node, new Statement.Block(node.span(), parts));
    }

    Statement.Switch switchStatement(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode group : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            if (group.is("switch_block_statement_group", "switch_rule")) {
                cases.add(switchCase(group));
            }
        }
        return new Statement.Switch(node.span(), part(node, "condition"), cases);
    }

    private Statement.Case switchCase(SyntaxNode group) {
        List<Expression> patterns = new ArrayList<>();
        List<SyntaxNode> body = new ArrayList<>();
        boolean isDefault = false;
        for (SyntaxNode part : group.parts()) {
            if (part.is("switch_label")) {
                isDefault |= part.parts().isEmpty();
                patterns.addAll(expressions(part.parts()));
            } else {
                body.add(part);
            }
        }
        Statement block = new Statement.Block(group.span(), statements(body));
        return new Statement.Case(
                group.span(),
                isDefault ? List.of() : patterns,
                Optional.empty(),
                block,
                group.is("switch_block_statement_group"));
    }

    @Override
    protected Expression convert(SyntaxNode node) {
        return switch (node.type()) {
            case "identifier", "this", "super", "type_identifier" -> name(node);
            case "parenthesized_expression" -> valueOf(node).orElse(nothing(node.span()));
            case "scoped_identifier", "scoped_type_identifier" -> dotted(node);
            case "field_access" -> new Expression.Member(node.span(), part(node, "object"), textOf(node, "field"));
            case "array_access" -> new Expression.Element(node.span(), part(node, "array"), part(node, "index"));
            case "method_invocation" -> call(node);
            case "object_creation_expression" -> creation(node);
            case "array_creation_expression" ->
                node.child("value").map(this::expression).orElse(new Expression.Sequence(node.span(), List.of()));
            case "array_initializer", "element_value_array_initializer" ->
                new Expression.Sequence(node.span(), expressions(node.parts()));
            case "assignment_expression" -> assignment(node);
            case "update_expression" -> update(node);
            case "binary_expression" -> binary(node);
            case "unary_expression" -> unary(node, part(node, "operand"));
            case "ternary_expression" -> choice(node);
            case "cast_expression" ->
                new Expression.Cast(
                        node.span(), node.child("type").map(Lowering::typeName).orElse(""), part(node, "value"));
            case "lambda_expression" -> new Expression.Closure(node.span(), declarations.lambda(node));
            case "method_reference" -> new JavaMethodReferences(this).closure(node);
            case "string_literal" -> quoted(node);
            case "character_literal" -> text(node.span(), Escapes.decode(unquoted(node.text())));
            case "decimal_integer_literal", "hex_integer_literal", "octal_integer_literal", "binary_integer_literal" ->
                number(node);
            case "true" -> truth(node, true);
            case "false" -> truth(node, false);
            case "null_literal" -> nothing(node.span());
            case "switch_expression" -> new JavaSwitches(this).value(node);
            case "instanceof_expression" -> instanceOf(node);
            default -> opaque(node);
        };
    }

    private Expression instanceOf(SyntaxNode node) {
        Expression value = part(node, "left");
        Optional<SyntaxNode> name = node.child("name");
        if (name.isEmpty()) {
            return new Expression.Opaque(node.span(), List.of());
        }
        declare(name.get().text());
        Expression cast = new Expression.Cast(
                node.span(), node.child("right").map(Lowering::typeName).orElse(""), value);
        return new Expression.Opaque(
                node.span(), List.of(new Expression.Assignment(node.span(), name(name.get()), cast)));
    }

    private Expression dotted(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        Expression whole = expression(parts.getFirst());
        for (SyntaxNode part : parts.subList(1, parts.size())) {
            whole = new Expression.Member(whole.span().to(part.span()), whole, part.text());
        }
        return whole;
    }

    private Expression call(SyntaxNode node) {
        SyntaxNode method = node.child("name").orElse(node);
        Expression callee = node.child("object")
                .<Expression>map(object ->
                        new Expression.Member(object.span().to(method.span()), expression(object), method.text()))
                .orElseGet(() -> name(method));
        return new Expression.Call(node.span(), callee, arguments(node), false);
    }

    private Expression creation(SyntaxNode node) {
        SyntaxNode type = node.child("type").orElse(node);
        Optional<SyntaxNode> body = node.first("class_body");
        if (body.isPresent()) {
            ClassDefinition anonymous = declarations.anonymous(node, type, body.get());
            return new Expression.Call(
                    node.span(), new Expression.ClassExpression(node.span(), anonymous), arguments(node), true);
        }
        String name = typeName(type);
        Expression callee = new Expression.Name(type.span(), name);
        return new Expression.Call(node.span(), callee, arguments(node), true);
    }

    private List<Expression.Argument> arguments(SyntaxNode node) {
        return node.child("arguments").map(SyntaxNode::parts).orElse(List.of()).stream()
                .map(argument -> Expression.Argument.positional(expression(argument)))
                .toList();
    }

    private Expression update(SyntaxNode node) {
        Expression target = valueOf(node).orElse(nothing(node.span()));
        return stepped(node, target, node.text().contains("++") ? Operator.ADD : Operator.SUBTRACT);
    }
}
