package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers Kotlin's classes, objects, functions and lambdas. What a companion has, its class has without an object. */
final class KotlinDeclarations {
    private static final String IMPLICIT = "it";

    private final KotlinLowering lowering;
    private final KotlinBranches branches;

    KotlinDeclarations(KotlinLowering lowering) {
        this.lowering = lowering;
        this.branches = new KotlinBranches(lowering);
    }

    private static final class Members {
        final List<Function> methods = new ArrayList<>();
        final List<ClassDefinition.Field> fields = new ArrayList<>();
        final List<ClassDefinition> nested = new ArrayList<>();
    }

    ClassDefinition classDefinition(SyntaxNode node) {
        return definition(
                node, KotlinLowering.nameOf(node).map(SyntaxNode::text).orElse(""), node.is("object_declaration"));
    }

    ClassDefinition anonymous(SyntaxNode node) {
        return definition(node, "anonymous" + node.span().start(), false);
    }

    private ClassDefinition definition(SyntaxNode node, String name, boolean single) {
        Members members = new Members();
        Optional<SyntaxNode> primary = node.first("primary_constructor");
        for (SyntaxNode parameter : primary.map(SyntaxNode::parts).orElse(List.of())) {
            if (parameter.is("class_parameter")) {
                members.fields.add(field(parameter, parameter, defaultOf(parameter), false));
            }
        }
        for (SyntaxNode body : node.parts()) {
            if (body.is("class_body", "enum_class_body")) {
                collect(body, members, single, primary.isPresent());
            }
        }
        List<Expression> supertypes = new ArrayList<>();
        if (node.has("enum")) {
            supertypes.add(new Expression.Name(node.span(), "Enum"));
        }
        for (SyntaxNode part : node.parts()) {
            if (part.is("delegation_specifier")) {
                supertypes.add(new Expression.Name(part.span(), Lowering.typeName(part)));
            }
        }
        boolean isAbstract = node.has("interface") || hasModifier(node, "abstract") || hasModifier(node, "sealed");
        return new ClassDefinition(
                node.span(),
                name,
                supertypes,
                members.methods,
                members.fields,
                members.nested,
                annotations(node),
                isAbstract);
    }

    private void collect(SyntaxNode body, Members members, boolean shared, boolean constructed) {
        for (SyntaxNode node : body.parts()) {
            switch (node.type()) {
                case "function_declaration" -> members.methods.add(method(node, shared));
                case "secondary_constructor" -> {
                    if (!constructed) {
                        members.methods.add(constructor(node));
                    }
                }
                case "anonymous_initializer" -> members.methods.add(accessor(node, "", shared));
                case "property_declaration" -> {
                    members.fields.add(field(
                            node,
                            node.first("variable_declaration").orElse(node),
                            initial(node).map(lowering::initialValue),
                            shared));
                    node.first("getter", "setter").ifPresent(inner -> members.methods.add(accessor(inner, "", shared)));
                }
                case "getter", "setter" -> members.methods.add(accessor(node, "", shared));
                case "class_declaration", "object_declaration" -> members.nested.add(classDefinition(node));
                case "companion_object" ->
                    node.first("class_body").ifPresent(inner -> collect(inner, members, true, true));
                default -> {}
            }
        }
    }

    private ClassDefinition.Field field(
            SyntaxNode node, SyntaxNode named, Optional<Expression> value, boolean isStatic) {
        return new ClassDefinition.Field(
                node.span(),
                KotlinLowering.nameOf(named).map(SyntaxNode::text).orElse(""),
                KotlinLowering.declaredType(named),
                value,
                annotations(node),
                isStatic);
    }

    /** What stands behind the {@code =} or {@code by} of a property. */
    static Optional<SyntaxNode> initial(SyntaxNode property) {
        return property.first("property_delegate").or(() -> behindSign(property));
    }

    private static Optional<SyntaxNode> behindSign(SyntaxNode node) {
        boolean behind = false;
        for (SyntaxNode child : node.children()) {
            if (behind && !child.isComment()) {
                return Optional.of(child);
            }
            behind |= child.is("=");
        }
        return Optional.empty();
    }

    private Optional<Expression> defaultOf(SyntaxNode parameter) {
        return behindSign(parameter).map(lowering::expression);
    }

    /** The type in front of the name of a function that extends it. */
    static Optional<SyntaxNode> receiver(SyntaxNode function) {
        for (SyntaxNode part : function.parts()) {
            if (part.is("simple_identifier")) {
                return Optional.empty();
            }
            if (part.is("user_type", "nullable_type", "parenthesized_type")) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    Function function(SyntaxNode node) {
        return method(node, true);
    }

    /** A function; one that extends a type takes what it is called on as its first parameter. */
    private Function method(SyntaxNode node, boolean isStatic) {
        Optional<SyntaxNode> extended = receiver(node);
        FunctionParts parts = FunctionParts.of(lowering.scoped(() -> {
            List<Parameter> parameters = new ArrayList<>();
            extended.ifPresent(type -> parameters.add(self(type)));
            parameters.addAll(parameters(node.first("function_value_parameters")));
            return new FunctionParts(parameters, body(node.first("function_body"), node));
        }));
        boolean unbound = isStatic || extended.isPresent();
        return function(node, unbound ? parts : parts.knowing("this"), node.first("simple_identifier"), isStatic);
    }

    private Function constructor(SyntaxNode node) {
        FunctionParts parts = FunctionParts.of(lowering.scoped(
                        () -> new FunctionParts(parameters(node.first("function_value_parameters")), statements(node))))
                .knowing("this");
        return parts.named(node, Function.CONSTRUCTOR, annotations(node), false);
    }

    /** Code of a property or of a new object. */
    private Function accessor(SyntaxNode node, String name, boolean isStatic) {
        FunctionParts parts = FunctionParts.of(lowering.scoped(() -> {
            List<Parameter> parameters = node.first("parameter_with_optional_type").stream()
                    .map(parameter -> parameter(parameter, List.of(), Optional.empty(), Parameter.Kind.SINGLE))
                    .toList();
            Statement body = node.has("function_body") ? body(node.first("function_body"), node) : statements(node);
            return new FunctionParts(parameters, body);
        }));
        return (isStatic ? parts : parts.knowing("this")).named(node, name, List.of(), isStatic);
    }

    private Statement statements(SyntaxNode node) {
        return node.first("statements")
                .<Statement>map(lowering::block)
                .orElse(new Statement.Block(node.span(), List.of()));
    }

    private Function function(SyntaxNode node, FunctionParts parts, Optional<SyntaxNode> name, boolean isStatic) {
        return new Function(
                node.span(),
                Lowering.spanOf(name, node),
                name.map(SyntaxNode::text).orElse(""),
                parts.parameters(),
                parts.body(),
                annotations(node),
                parts.locals(),
                isStatic,
                resultType(node));
    }

    /** The type between the parameters and the body. */
    private static String resultType(SyntaxNode node) {
        boolean behind = false;
        for (SyntaxNode part : node.parts()) {
            if (behind && part.is("user_type", "nullable_type")) {
                return part.text().replaceAll("[\\s?]", "");
            }
            behind |= part.is("function_value_parameters");
        }
        return "";
    }

    private Statement body(Optional<SyntaxNode> body, SyntaxNode function) {
        if (body.isEmpty()) {
            return new Statement.Block(function.span(), List.of());
        }
        if (!body.get().has("=")) {
            return lowering.block(body.get().first("statements").orElse(body.get()));
        }
        List<Statement> into = new ArrayList<>();
        behindSign(body.get())
                .ifPresent(value ->
                        branches.deliver(value, into, given -> new Statement.Return(given.span(), Optional.of(given))));
        return new Statement.Block(body.get().span(), into);
    }

    private Parameter self(SyntaxNode type) {
        lowering.declare("this");
        return new Parameter(
                new Expression.Name(type.span(), "this"),
                Lowering.typeName(type),
                Optional.empty(),
                List.of(),
                Parameter.Kind.SINGLE);
    }

    private List<Parameter> parameters(Optional<SyntaxNode> list) {
        List<Parameter> parameters = new ArrayList<>();
        List<SyntaxNode> children = list.map(SyntaxNode::children).orElse(List.of());
        Optional<SyntaxNode> modifiers = Optional.empty();
        for (int i = 0; i < children.size(); i++) {
            SyntaxNode node = children.get(i);
            if (node.is("parameter_modifiers")) {
                modifiers = Optional.of(node);
            } else if (node.is("parameter")) {
                boolean given = i + 2 < children.size() && children.get(i + 1).is("=");
                Optional<Expression> value =
                        given ? Optional.of(lowering.expression(children.get(i + 2))) : Optional.empty();
                boolean many = modifiers
                        .map(all -> all.parts().stream()
                                .anyMatch(modifier -> modifier.text().equals("vararg")))
                        .orElse(false);
                parameters.add(parameter(
                        node,
                        modifiers.map(this::annotationsIn).orElse(List.of()),
                        value,
                        many ? Parameter.Kind.REST : Parameter.Kind.SINGLE));
                modifiers = Optional.empty();
            }
        }
        return parameters;
    }

    private Parameter parameter(
            SyntaxNode node, List<Expression> annotations, Optional<Expression> value, Parameter.Kind kind) {
        Expression target = lowering.target(node);
        return new Parameter(target, KotlinLowering.declaredType(node), value, annotations, kind);
    }

    Function lambda(SyntaxNode node) {
        return lambda(node, IMPLICIT, body -> branches.giving(body, KotlinDeclarations::given));
    }

    static Statement given(Expression value) {
        return new Statement.Return(value.span(), Optional.of(value));
    }

    /** What becomes of a lambda's statements. */
    interface Body {
        Statement of(SyntaxNode statements);
    }

    /** A lambda; one that names no parameters has one of the given name. */
    Function lambda(SyntaxNode node, String implicit, Body body) {
        SyntaxNode literal =
                node.is("lambda_literal") ? node : node.first("lambda_literal").orElse(node);
        return FunctionParts.of(lowering.scoped(() -> {
                    List<Parameter> parameters = lambdaParameters(literal, implicit);
                    Statement statements =
                            literal.first("statements").map(body::of).orElseGet(() -> body.of(literal));
                    return new FunctionParts(parameters, statements);
                }))
                .named(node, "", List.of(), true);
    }

    private List<Parameter> lambdaParameters(SyntaxNode literal, String implicit) {
        Optional<SyntaxNode> list = literal.first("lambda_parameters");
        if (list.isEmpty() || implicit.equals("this")) {
            lowering.declare(implicit);
            return List.of(new Parameter(
                    new Expression.Name(literal.span(), implicit),
                    "",
                    Optional.empty(),
                    List.of(),
                    Parameter.Kind.SINGLE));
        }
        return list.get().parts().stream()
                .map(part -> parameter(part, List.of(), Optional.empty(), Parameter.Kind.SINGLE))
                .toList();
    }

    private List<Expression> annotations(SyntaxNode node) {
        return node.first("modifiers")
                .map(this::annotationsIn)
                .orElseGet(() -> node.is("class_declaration") ? annotationsBefore(node) : List.of());
    }

    /** Of some classes the grammar takes the annotations for an expression that stands before. */
    private List<Expression> annotationsBefore(SyntaxNode node) {
        List<SyntaxNode> around = node.parent().map(SyntaxNode::parts).orElse(List.of());
        int at = around.indexOf(node) - 1;
        List<Expression> annotations = new ArrayList<>();
        Optional<SyntaxNode> before = at < 0 ? Optional.empty() : Optional.of(around.get(at));
        while (before.isPresent() && areAnnotations(before.get())) {
            annotations.addAll(annotationsIn(before.get()));
            before = before.get().first("prefix_expression");
        }
        return annotations;
    }

    static boolean areAnnotations(SyntaxNode node) {
        return node.is("prefix_expression") && node.has("annotation");
    }

    private List<Expression> annotationsIn(SyntaxNode modifiers) {
        List<Expression> annotations = new ArrayList<>();
        for (SyntaxNode annotation : modifiers.parts()) {
            if (annotation.is("annotation")) {
                annotation.first("constructor_invocation", "user_type").ifPresent(made -> {
                    Expression name = new Expression.Name(made.span(), Lowering.typeName(made));
                    List<Expression.Argument> arguments =
                            made.first("value_arguments").map(SyntaxNode::parts).orElse(List.of()).stream()
                                    .map(argument -> Expression.Argument.positional(lowering.expression(argument)))
                                    .toList();
                    annotations.add(new Expression.Call(annotation.span(), name, arguments, false));
                });
            }
        }
        return annotations;
    }

    private static boolean hasModifier(SyntaxNode node, String modifier) {
        return node.first("modifiers")
                .map(modifiers ->
                        modifiers.parts().stream().anyMatch(part -> part.text().equals(modifier)))
                .orElse(false);
    }
}
