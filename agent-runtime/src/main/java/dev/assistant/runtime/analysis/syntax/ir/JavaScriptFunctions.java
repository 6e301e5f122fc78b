package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers functions and classes of JavaScript and TypeScript. */
final class JavaScriptFunctions {
    private final JavaScriptLowering lowering;

    JavaScriptFunctions(JavaScriptLowering lowering) {
        this.lowering = lowering;
    }

    Function function(SyntaxNode node, List<Expression> decorators) {
        return function(node, Lowering.textOf(node, "name"), decorators);
    }

    Function function(SyntaxNode node, String name, List<Expression> decorators) {
        FunctionParts parts = FunctionParts.of(lowering.scoped(() -> new FunctionParts(parameters(node), body(node))));
        String called = name.equals("constructor") ? Function.CONSTRUCTOR : name;
        return (node.is("arrow_function") ? parts : parts.knowing("this"))
                .named(node, called, decorators, node.has("static"));
    }

    private Statement body(SyntaxNode node) {
        SyntaxNode body = node.child("body").orElse(node);
        if (body.is("statement_block") || body.equals(node)) {
            List<Statement> statements = new ArrayList<>();
            keptParameters(node).forEach(kept -> statements.add(keep(kept)));
            statements.addAll(body.equals(node) ? List.of() : lowering.statements(body.parts()));
            return new Statement.Block(body.span(), statements);
        }
        Expression value = lowering.expression(body);
        return new Statement.Return(value.span(), Optional.of(value));
    }

    /** Parameters of a constructor that TypeScript makes fields of, because they say who may see them. */
    private static List<SyntaxNode> keptParameters(SyntaxNode node) {
        return node.child("parameters").map(SyntaxNode::parts).orElse(List.of()).stream()
                .filter(parameter -> parameter.first("accessibility_modifier").isPresent() || parameter.has("readonly"))
                .filter(parameter ->
                        parameter.child("pattern").orElse(parameter).is("identifier"))
                .toList();
    }

    private static Statement keep(SyntaxNode parameter) {
        SyntaxNode name = parameter.child("pattern").orElse(parameter);
        Expression self = new Expression.Name(name.span(), "this");
        Expression field = new Expression.Member(name.span(), self, name.text());
        Expression value = new Expression.Name(name.span(), name.text());
        return new Statement.Evaluate(name.span(), new Expression.Assignment(name.span(), field, value));
    }

    private List<Parameter> parameters(SyntaxNode node) {
        List<Parameter> parameters = new ArrayList<>();
        node.child("parameter").ifPresent(single -> parameters.add(parameter(single)));
        for (SyntaxNode parameter :
                node.child("parameters").map(SyntaxNode::parts).orElse(List.of())) {
            parameters.add(parameter(parameter));
        }
        return parameters;
    }

    private Parameter parameter(SyntaxNode node) {
        SyntaxNode pattern = node.child("pattern").orElse(node);
        String type = JavaScriptLowering.type(node);
        List<Expression> decorators = decorators(node);
        if (pattern.is("rest_pattern")) {
            Expression target = lowering.target(pattern.parts().getFirst());
            return new Parameter(target, type, Optional.empty(), decorators, Parameter.Kind.REST);
        }
        Optional<Expression> value = node.child("value").map(lowering::expression);
        if (pattern.is("assignment_pattern")) {
            value = pattern.child("right").map(lowering::expression);
            pattern = pattern.child("left").orElse(pattern);
        }
        return new Parameter(lowering.target(pattern), type, value, decorators, Parameter.Kind.SINGLE);
    }

    ClassDefinition classDefinition(SyntaxNode node) {
        List<Function> methods = new ArrayList<>();
        List<ClassDefinition.Field> fields = new ArrayList<>();
        List<Expression> decorators = new ArrayList<>();
        for (SyntaxNode member : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            switch (member.type()) {
                case "decorator" -> decorators.addAll(lowering.expressions(member.parts()));
                case "method_definition" -> {
                    methods.add(function(member, List.copyOf(decorators)));
                    decorators.clear();
                    keptParameters(member).forEach(kept -> fields.add(field(kept)));
                }
                case "field_definition", "public_field_definition" -> {
                    fields.add(field(member));
                    decorators.clear();
                }
                default -> {}
            }
        }
        return new ClassDefinition(
                node.span(),
                Lowering.textOf(node, "name"),
                supertypes(node),
                methods,
                fields,
                List.of(),
                decorators(node),
                node.is("abstract_class_declaration"));
    }

    private ClassDefinition.Field field(SyntaxNode member) {
        SyntaxNode name = member.child("name")
                .or(() -> member.child("property"))
                .or(() -> member.child("pattern"))
                .orElse(member);
        return new ClassDefinition.Field(
                member.span(),
                name.text(),
                JavaScriptLowering.type(member),
                member.child("value").map(value -> lowering.named(value, name)),
                decorators(member),
                member.has("static"));
    }

    private List<Expression> supertypes(SyntaxNode node) {
        List<Expression> supertypes = new ArrayList<>();
        node.first("class_heritage").ifPresent(heritage -> {
            for (SyntaxNode part : heritage.parts()) {
                if (part.is("extends_clause")) {
                    part.child("value").ifPresent(value -> supertypes.add(lowering.expression(value)));
                } else if (!part.is("implements_clause")) {
                    supertypes.add(lowering.expression(part));
                }
            }
        });
        return supertypes;
    }

    private List<Expression> decorators(SyntaxNode node) {
        List<Expression> decorators = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            if (part.is("decorator")) {
                decorators.addAll(lowering.expressions(part.parts()));
            }
        }
        return decorators;
    }
}
