package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers Ruby's methods, blocks, classes and modules. Blocks that a class body gives to calls, such as routes, are methods. */
final class RubyDeclarations {
    private final RubyLowering lowering;

    RubyDeclarations(RubyLowering lowering) {
        this.lowering = lowering;
    }

    Function function(SyntaxNode node) {
        return function(node, Lowering.textOf(node, "name"), true);
    }

    private Function method(SyntaxNode node, boolean isStatic) {
        String name = Lowering.textOf(node, "name");
        return function(node, name.equals("initialize") ? Function.CONSTRUCTOR : name, isStatic);
    }

    private Function function(SyntaxNode node, String name, boolean isStatic) {
        boolean isBlock = node.is("block", "do_block", "lambda");
        FunctionParts parts = FunctionParts.of(lowering.function(
                isBlock,
                () -> new FunctionParts(
                        parameters(node.child("parameters")), RubyStatements.giving(lowering.body(node, "body")))));
        return (isStatic ? parts : parts.knowing("this")).named(node, name, List.of(), isStatic);
    }

    /** A block or lambda; it sees what is around it. */
    Function block(SyntaxNode node) {
        return function(node, "", true);
    }

    /** Statements that stand where a value is needed. */
    Function inPlace(SyntaxNode node) {
        var body = lowering.function(true, () -> RubyStatements.giving(lowering.block(node)));
        return new Function(node.span(), node.span(), "", List.of(), body.result(), List.of(), body.locals(), true);
    }

    private List<Parameter> parameters(Optional<SyntaxNode> list) {
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode node : list.map(SyntaxNode::parts).orElse(List.of())) {
            if (node.is("destructured_parameter")) {
                parameters.add(parameter(destructured(node), Optional.empty(), Parameter.Kind.SINGLE));
            } else if (node.is("identifier")) {
                parameters.add(parameter(named(node), Optional.empty(), Parameter.Kind.SINGLE));
            } else {
                Parameter.Kind kind = kind(node);
                node.child("name")
                        .ifPresent(name -> parameters.add(
                                parameter(named(name), node.child("value").map(lowering::expression), kind)));
            }
        }
        return parameters;
    }

    private static Parameter.Kind kind(SyntaxNode parameter) {
        return switch (parameter.type()) {
            case "splat_parameter" -> Parameter.Kind.REST;
            case "hash_splat_parameter" -> Parameter.Kind.NAMED_REST;
            default -> Parameter.Kind.SINGLE;
        };
    }

    private static Parameter parameter(Expression target, Optional<Expression> value, Parameter.Kind kind) {
        return new Parameter(target, "", value, List.of(), kind);
    }

    private Expression named(SyntaxNode name) {
        lowering.parameter(name.text());
        return Lowering.name(name);
    }

    private Expression destructured(SyntaxNode node) {
        List<Expression> elements = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            if (part.is("identifier")) {
                elements.add(named(part));
            }
        }
        return new Expression.Sequence(node.span(), elements);
    }

    ClassDefinition classDefinition(SyntaxNode node) {
        List<Function> methods = new ArrayList<>();
        List<ClassDefinition.Field> fields = new ArrayList<>();
        List<ClassDefinition> nested = new ArrayList<>();
        for (SyntaxNode member : node.child("body").map(SyntaxNode::parts).orElse(List.of())) {
            switch (member.type()) {
                case "method" -> methods.add(method(member, false));
                case "singleton_method" -> methods.add(method(member, true));
                case "singleton_class" ->
                    member.child("body").map(SyntaxNode::parts).orElse(List.of()).stream()
                            .filter(inner -> inner.is("method"))
                            .forEach(inner -> methods.add(method(inner, true)));
                case "class", "module" -> nested.add(classDefinition(member));
                case "assignment" -> constant(member).ifPresent(fields::add);
                case "call" -> hooked(member).ifPresent(methods::add);
                default -> {}
            }
        }
        List<Expression> supertypes = node.child("superclass")
                .map(superclass -> lowering.expressions(superclass.parts()))
                .orElse(List.of());
        return new ClassDefinition(
                node.span(), simpleName(node), supertypes, methods, fields, nested, List.of(), false);
    }

    private static String simpleName(SyntaxNode node) {
        String name = Lowering.textOf(node, "name");
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private Optional<ClassDefinition.Field> constant(SyntaxNode node) {
        return node.child("left")
                .filter(left -> left.is("constant"))
                .map(left -> new ClassDefinition.Field(
                        node.span(), left.text(), "", Optional.of(lowering.part(node, "right")), List.of(), true));
    }

    private Optional<Function> hooked(SyntaxNode call) {
        String name = Lowering.textOf(call, "method") + "@" + call.span().start();
        return call.child("block").map(block -> function(block, name, false));
    }
}
