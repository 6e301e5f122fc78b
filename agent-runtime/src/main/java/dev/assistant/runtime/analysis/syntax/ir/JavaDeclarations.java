package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers the classes of Java, with their methods, constructors and lambdas. */
final class JavaDeclarations {
    private final JavaLowering lowering;

    JavaDeclarations(JavaLowering lowering) {
        this.lowering = lowering;
    }

    ClassDefinition classDefinition(SyntaxNode node) {
        Members members = new Members();
        node.child("parameters").ifPresent(parameters -> recordFields(parameters, members));
        node.child("body").ifPresent(body -> collect(body.parts(), members));
        boolean isAbstract = node.is("interface_declaration") || hasModifier(node, "abstract");
        return members.build(node, Lowering.textOf(node, "name"), supertypes(node), annotations(node), isAbstract);
    }

    ClassDefinition anonymous(SyntaxNode node, SyntaxNode type, SyntaxNode body) {
        Members members = new Members();
        collect(body.parts(), members);
        Expression supertype = new Expression.Name(type.span(), Lowering.typeName(type));
        return members.build(node, "anonymous" + node.span().start(), List.of(supertype), List.of(), false);
    }

    private static final class Members {
        final List<Function> methods = new ArrayList<>();
        final List<ClassDefinition.Field> fields = new ArrayList<>();
        final List<ClassDefinition> nested = new ArrayList<>();

        ClassDefinition build(
                SyntaxNode node,
                String name,
                List<Expression> supertypes,
                List<Expression> annotations,
                boolean isAbstract) {
            return new ClassDefinition(node.span(), name, supertypes, methods, fields, nested, annotations, isAbstract);
        }
    }

    private void collect(List<SyntaxNode> nodes, Members members) {
        for (SyntaxNode node : nodes) {
            switch (node.type()) {
                case "method_declaration" -> members.methods.add(method(node, Lowering.textOf(node, "name")));
                case "constructor_declaration", "compact_constructor_declaration" ->
                    members.methods.add(method(node, Function.CONSTRUCTOR));
                case "field_declaration", "constant_declaration" -> fields(node, members);
                case "class_declaration", "interface_declaration", "enum_declaration", "record_declaration" ->
                    members.nested.add(classDefinition(node));
                case "static_initializer", "block" -> members.methods.add(initializer(node));
                case "enum_body_declarations" -> collect(node.parts(), members);
                default -> {}
            }
        }
    }

    private Function initializer(SyntaxNode node) {
        SyntaxNode block = node.is("block") ? node : node.first("block").orElse(node);
        var body = lowering.scoped(() -> block(block));
        return new Function(
                node.span(), node.span(), "", List.of(), body.result(), List.of(), body.locals(), node.has("static"));
    }

    private Statement block(SyntaxNode node) {
        return new Statement.Block(node.span(), lowering.statements(List.of(node)));
    }

    private Function method(SyntaxNode node, String name) {
        FunctionParts parts = FunctionParts.of(lowering.scoped(
                () -> new FunctionParts(parameters(node.child("parameters")), lowering.body(node, "body"))));
        boolean isStatic = hasModifier(node, "static");
        String resultType = Lowering.textOf(node, "type").replaceAll("\\s", "");
        return (isStatic ? parts : parts.knowing("this")).named(node, name, annotations(node), isStatic, resultType);
    }

    Function lambda(SyntaxNode node) {
        return FunctionParts.of(lowering.scoped(() -> new FunctionParts(lambdaParameters(node), lambdaBody(node))))
                .named(node, "", List.of(), true);
    }

    private List<Parameter> lambdaParameters(SyntaxNode node) {
        SyntaxNode list = node.child("parameters").orElse(node);
        if (list.is("formal_parameters")) {
            return parameters(Optional.of(list));
        }
        List<SyntaxNode> names = list.is("inferred_parameters") ? list.parts() : List.of(list);
        return names.stream()
                .map(name -> parameter(name, "", List.of(), Parameter.Kind.SINGLE))
                .toList();
    }

    private Statement lambdaBody(SyntaxNode node) {
        SyntaxNode body = node.child("body").orElse(node);
        if (body.is("block")) {
            return block(body);
        }
        Expression value = lowering.expression(body);
        return new Statement.Return(value.span(), Optional.of(value));
    }

    private List<Parameter> parameters(Optional<SyntaxNode> list) {
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode node : list.map(SyntaxNode::parts).orElse(List.of())) {
            if (node.is("formal_parameter")) {
                node.child("name")
                        .ifPresent(name -> parameters.add(parameter(
                                name, JavaLowering.declaredType(node), annotations(node), Parameter.Kind.SINGLE)));
            } else if (node.is("spread_parameter")) {
                node.first("variable_declarator")
                        .flatMap(declarator -> declarator.child("name"))
                        .ifPresent(name -> parameters.add(parameter(name, "", annotations(node), Parameter.Kind.REST)));
            }
        }
        return parameters;
    }

    private Parameter parameter(SyntaxNode name, String type, List<Expression> annotations, Parameter.Kind kind) {
        lowering.declare(name.text());
        return new Parameter(Lowering.name(name), type, Optional.empty(), annotations, kind);
    }

    private void fields(SyntaxNode node, Members members) {
        boolean isStatic = hasModifier(node, "static") || node.is("constant_declaration");
        for (SyntaxNode declarator : node.all("declarator")) {
            members.fields.add(new ClassDefinition.Field(
                    declarator.span(),
                    Lowering.textOf(declarator, "name"),
                    JavaLowering.declaredType(node),
                    declarator.child("value").map(lowering::expression),
                    annotations(node),
                    isStatic));
        }
    }

    private void recordFields(SyntaxNode parameters, Members members) {
        for (SyntaxNode node : parameters.parts()) {
            if (node.is("formal_parameter")) {
                members.fields.add(new ClassDefinition.Field(
                        node.span(),
                        Lowering.textOf(node, "name"),
                        JavaLowering.declaredType(node),
                        Optional.empty(),
                        annotations(node),
                        false));
            }
        }
    }

    private static List<Expression> supertypes(SyntaxNode node) {
        List<Expression> supertypes = new ArrayList<>();
        if (node.is("enum_declaration")) {
            supertypes.add(new Expression.Name(node.span(), "Enum"));
        }
        node.child("superclass")
                .ifPresent(superclass -> superclass.parts().forEach(type -> supertypes.add(named(type))));
        node.first("super_interfaces", "extends_interfaces")
                .flatMap(list -> list.first("type_list"))
                .ifPresent(list -> list.parts().forEach(type -> supertypes.add(named(type))));
        return supertypes;
    }

    private static Expression named(SyntaxNode type) {
        return new Expression.Name(type.span(), Lowering.typeName(type));
    }

    private List<Expression> annotations(SyntaxNode node) {
        List<Expression> annotations = new ArrayList<>();
        for (SyntaxNode modifier :
                node.first("modifiers").map(SyntaxNode::parts).orElse(List.of())) {
            if (modifier.is("annotation", "marker_annotation")) {
                annotations.add(annotation(modifier));
            }
        }
        return annotations;
    }

    private Expression annotation(SyntaxNode node) {
        Expression.Name name = new Expression.Name(node.span(), Lowering.textOf(node, "name"));
        List<Expression.Argument> arguments = new ArrayList<>();
        for (SyntaxNode argument :
                node.child("arguments").map(SyntaxNode::parts).orElse(List.of())) {
            if (argument.is("element_value_pair")) {
                arguments.add(new Expression.Argument(
                        Lowering.textOf(argument, "key"), lowering.part(argument, "value"), false));
            } else {
                arguments.add(Expression.Argument.positional(lowering.expression(argument)));
            }
        }
        return new Expression.Call(node.span(), name, arguments, false);
    }

    private static boolean hasModifier(SyntaxNode node, String modifier) {
        return node.first("modifiers").map(modifiers -> modifiers.has(modifier)).orElse(false);
    }
}
