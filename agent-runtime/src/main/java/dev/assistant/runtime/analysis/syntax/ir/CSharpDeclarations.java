package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers C#'s imports, types, methods and lambdas. Modifiers are kept as annotations; properties are fields. */
final class CSharpDeclarations {
    private final CSharpLowering lowering;

    CSharpDeclarations(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    Statement imports(SyntaxNode node) {
        Optional<SyntaxNode> alias = node.child("name");
        String target = node.parts().getLast().text();
        if (alias.isPresent()) {
            lowering.declare(alias.get().text());
        }
        String local = alias.map(SyntaxNode::text).orElse("*");
        return new Statement.Import(node.span(), List.of(new Statement.Binding(local, target)));
    }

    ClassDefinition classDefinition(SyntaxNode node) {
        List<Function> methods = new ArrayList<>();
        List<ClassDefinition.Field> fields = new ArrayList<>();
        List<ClassDefinition> nested = new ArrayList<>();
        node.first("parameter_list")
                .ifPresent(list -> list.parts()
                        .forEach(parameter -> fields.add(
                                field(parameter, parameter, Lowering.textOf(parameter, "name"), Optional.empty()))));
        for (SyntaxNode member : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            switch (member.type()) {
                case "method_declaration" -> methods.add(function(member));
                case "constructor_declaration" -> methods.add(function(member, Function.CONSTRUCTOR));
                case "field_declaration" -> fields(member, fields);
                case "property_declaration" ->
                    fields.add(field(
                            member,
                            member,
                            Lowering.textOf(member, "name"),
                            member.child("value")
                                    .filter(value -> !value.is("arrow_expression_clause"))
                                    .map(lowering::expression)));
                case "class_declaration",
                        "record_declaration",
                        "struct_declaration",
                        "interface_declaration",
                        "enum_declaration" -> nested.add(classDefinition(member));
                default -> {}
            }
        }
        boolean isAbstract = node.is("interface_declaration") || hasModifier(node, "abstract");
        return new ClassDefinition(
                node.span(),
                Lowering.textOf(node, "name"),
                supertypes(node),
                methods,
                fields,
                nested,
                annotations(node),
                isAbstract);
    }

    private static List<Expression> supertypes(SyntaxNode node) {
        if (node.is("enum_declaration")) {
            return List.of(new Expression.Name(node.span(), "System.Enum"));
        }
        return node.first("base_list").map(SyntaxNode::parts).orElse(List.of()).stream()
                .filter(type -> !type.is("argument_list"))
                .<Expression>map(type -> new Expression.Name(type.span(), Lowering.typeName(type)))
                .toList();
    }

    private void fields(SyntaxNode member, List<ClassDefinition.Field> fields) {
        member.first("variable_declaration").ifPresent(declaration -> {
            for (SyntaxNode declarator : declaration.parts()) {
                if (declarator.is("variable_declarator")) {
                    fields.add(field(
                            member, declaration, Lowering.textOf(declarator, "name"), lowering.initial(declarator)));
                }
            }
        });
    }

    private ClassDefinition.Field field(SyntaxNode member, SyntaxNode typed, String name, Optional<Expression> value) {
        boolean isStatic = hasModifier(member, "static") || hasModifier(member, "const");
        return new ClassDefinition.Field(
                member.span(), name, CSharpLowering.declaredType(typed), value, annotations(member), isStatic);
    }

    Function function(SyntaxNode node) {
        return function(node, Lowering.textOf(node, "name"));
    }

    private Function function(SyntaxNode node, String name) {
        FunctionParts parts = FunctionParts.of(lowering.scoped(() -> new FunctionParts(parameters(node), body(node))));
        boolean isMethod = node.is("method_declaration", "constructor_declaration");
        boolean isStatic = !isMethod || hasModifier(node, "static");
        return (isStatic ? parts : parts.knowing("this")).named(node, name, annotations(node), isStatic);
    }

    private Statement body(SyntaxNode node) {
        Optional<SyntaxNode> body = node.child("body").or(() -> node.first("block", "arrow_expression_clause"));
        if (body.isEmpty() || body.get().is("block")) {
            return body.<Statement>map(lowering::block).orElse(new Statement.Block(node.span(), List.of()));
        }
        SyntaxNode value =
                body.get().is("arrow_expression_clause") ? body.get().parts().getFirst() : body.get();
        Expression given = lowering.expression(value);
        return new Statement.Return(given.span(), Optional.of(given));
    }

    private List<Parameter> parameters(SyntaxNode function) {
        SyntaxNode list = function.child("parameters").orElse(function);
        if (list.is("implicit_parameter", "identifier")) {
            return List.of(parameter(list, list, "", List.of(), Parameter.Kind.SINGLE));
        }
        if (!list.is("parameter_list", "implicit_parameter_list")) {
            return List.of();
        }
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode node : list.parts()) {
            if (node.is("parameter", "implicit_parameter")) {
                SyntaxNode name = node.child("name").orElse(node);
                parameters.add(parameter(
                        node, name, CSharpLowering.declaredType(node), annotations(node), Parameter.Kind.SINGLE));
            }
        }
        list.child("name").ifPresent(name -> parameters.add(parameter(name, name, "", List.of(), Parameter.Kind.REST)));
        return parameters;
    }

    private Parameter parameter(
            SyntaxNode node, SyntaxNode name, String type, List<Expression> annotations, Parameter.Kind kind) {
        lowering.declare(name.text());
        Optional<Expression> value = node.equals(name) ? Optional.empty() : lowering.initial(node);
        return new Parameter(Lowering.name(name), type, value, annotations, kind);
    }

    private List<Expression> annotations(SyntaxNode node) {
        List<Expression> annotations = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            if (part.is("modifier")) {
                annotations.add(Lowering.name(part));
            } else if (part.is("attribute_list")) {
                part.parts().stream()
                        .filter(attribute -> attribute.is("attribute"))
                        .map(CSharpDeclarations::annotation)
                        .forEach(annotations::add);
            }
        }
        return annotations;
    }

    private static Expression annotation(SyntaxNode attribute) {
        Expression name = new Expression.Name(
                attribute.span(),
                attribute.child("name").map(Lowering::typeName).orElse(""));
        return new Expression.Call(attribute.span(), name, List.of(), false);
    }

    private static boolean hasModifier(SyntaxNode node, String modifier) {
        return node.parts().stream()
                .anyMatch(part -> part.is("modifier") && part.text().equals(modifier));
    }
}
