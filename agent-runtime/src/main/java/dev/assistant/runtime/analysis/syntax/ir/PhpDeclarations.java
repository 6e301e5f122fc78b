package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Lowers PHP's imports, functions, closures and classes. Visibility is kept as an annotation. */
final class PhpDeclarations {
    private final PhpLowering lowering;
    private final Deque<ClassNames> classes = new ArrayDeque<>();

    /** What {@code self} and {@code parent} stand for. */
    private record ClassNames(String own, Optional<Expression> parent) {}

    PhpDeclarations(PhpLowering lowering) {
        this.lowering = lowering;
    }

    Statement imports(SyntaxNode node) {
        List<Statement.Binding> bindings = new ArrayList<>();
        String prefix = node.first("namespace_name")
                .map(name -> PhpLowering.dotted(name) + ".")
                .orElse("");
        List<SyntaxNode> clauses = node.child("body").orElse(node).parts();
        for (SyntaxNode clause : clauses) {
            if (clause.is("namespace_use_clause", "namespace_use_group_clause")) {
                String target = prefix
                        + clause.first("qualified_name", "namespace_name", "name")
                                .map(PhpLowering::dotted)
                                .orElse("");
                String local = clause.child("alias")
                        .map(SyntaxNode::text)
                        .orElse(target.substring(target.lastIndexOf('.') + 1));
                lowering.declare(local);
                bindings.add(new Statement.Binding(local, target));
            }
        }
        return new Statement.Import(node.span(), bindings);
    }

    /** {@code self}, {@code static} or {@code parent}. */
    Expression scope(SyntaxNode node) {
        if (classes.isEmpty()) {
            return Lowering.name(node);
        }
        Expression own = new Expression.Name(node.span(), classes.getFirst().own());
        return node.text().equals("parent") ? classes.getFirst().parent().orElse(own) : own;
    }

    Function function(SyntaxNode node) {
        return function(node, Lowering.textOf(node, "name"), List.of(), true);
    }

    private Function function(SyntaxNode node, String name, List<Expression> annotations, boolean isStatic) {
        if (node.is("function_definition")) {
            lowering.declare(name);
        }
        FunctionParts parts = FunctionParts.of(lowering.function(node.is("arrow_function"), () -> {
            List<Parameter> parameters = parameters(node.child("parameters"));
            node.first("anonymous_function_use_clause")
                    .ifPresent(used -> used.parts().forEach(this::use));
            return new FunctionParts(parameters, body(node));
        }));
        return (isStatic ? parts : parts.knowing("this")).named(node, name, annotations, isStatic);
    }

    private void use(SyntaxNode used) {
        lowering.undeclare(used.is("by_ref") ? used.parts().getFirst().text() : used.text());
    }

    private Statement body(SyntaxNode node) {
        Optional<SyntaxNode> body = node.child("body");
        if (body.isPresent() && !body.get().is("compound_statement")) {
            Expression value = lowering.expression(body.get());
            return new Statement.Return(value.span(), Optional.of(value));
        }
        List<Statement> statements = new ArrayList<>();
        promoted(node)
                .forEach(parameter -> parameter.child("name").ifPresent(name -> {
                    Expression own = new Expression.Name(name.span(), "this");
                    Expression field = new Expression.Member(name.span(), own, fieldName(name));
                    Expression kept = new Expression.Assignment(name.span(), field, lowering.variable(name));
                    statements.add(new Statement.Evaluate(name.span(), kept));
                }));
        Statement block = lowering.body(node, "body");
        if (statements.isEmpty()) {
            return block;
        }
        statements.add(block);
        return new Statement.Block(node.span(), statements);
    }

    private static List<SyntaxNode> promoted(SyntaxNode function) {
        return function.child("parameters").map(SyntaxNode::parts).orElse(List.of()).stream()
                .filter(parameter -> parameter.is("property_promotion_parameter"))
                .toList();
    }

    private static String fieldName(SyntaxNode variable) {
        return variable.text().replace("$", "");
    }

    private List<Parameter> parameters(Optional<SyntaxNode> list) {
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode node : list.map(SyntaxNode::parts).orElse(List.of())) {
            node.child("name").ifPresent(name -> {
                lowering.declare(name.text());
                parameters.add(new Parameter(
                        new Expression.Name(name.span(), name.text()),
                        type(node),
                        node.child("default_value").map(lowering::expression),
                        attributes(node),
                        node.is("variadic_parameter") ? Parameter.Kind.REST : Parameter.Kind.SINGLE));
            });
        }
        return parameters;
    }

    /** The name of a type; empty for several in one. */
    private static String type(SyntaxNode node) {
        return node.child("type")
                .filter(type -> !type.is("union_type", "intersection_type"))
                .map(type -> PhpLowering.dotted(
                        type.is("optional_type") ? type.parts().getFirst() : type))
                .orElse("");
    }

    ClassDefinition classDefinition(SyntaxNode node) {
        return classDefinition(node, Lowering.textOf(node, "name"));
    }

    ClassDefinition classDefinition(SyntaxNode node, String name) {
        List<Expression> supertypes = new ArrayList<>();
        for (SyntaxNode clause : node.parts()) {
            if (clause.is("base_clause", "class_interface_clause")) {
                supertypes.addAll(lowering.expressions(clause.parts()));
            }
        }
        Optional<Expression> parent = node.first("base_clause")
                .map(clause -> lowering.expression(clause.parts().getFirst()));
        classes.push(new ClassNames(name, parent));
        List<Function> methods = new ArrayList<>();
        List<ClassDefinition.Field> fields = new ArrayList<>();
        List<SyntaxNode> members = node.child("body")
                .or(() -> node.first("declaration_list"))
                .map(SyntaxNode::parts)
                .orElse(List.of());
        for (SyntaxNode member : members) {
            switch (member.type()) {
                case "method_declaration" -> {
                    methods.add(method(member));
                    promoted(member)
                            .forEach(parameter -> fields.add(field(
                                    parameter,
                                    parameter.child("name").orElse(parameter),
                                    type(parameter),
                                    Optional.empty(),
                                    false)));
                }
                case "property_declaration" -> properties(member, fields);
                case "const_declaration" -> constants(member, fields);
                case "use_declaration" -> supertypes.addAll(lowering.expressions(member.parts()));
                default -> {}
            }
        }
        classes.pop();
        boolean isAbstract = node.is("interface_declaration") || node.has("abstract_modifier");
        return new ClassDefinition(
                node.span(), name, supertypes, methods, fields, List.of(), attributes(node), isAbstract);
    }

    private Function method(SyntaxNode node) {
        String name = Lowering.textOf(node, "name");
        List<Expression> annotations = new ArrayList<>(attributes(node));
        node.first("visibility_modifier").ifPresent(visibility -> annotations.add(Lowering.name(visibility)));
        return function(
                node,
                name.equals("__construct") ? Function.CONSTRUCTOR : name,
                annotations,
                node.has("static_modifier"));
    }

    private void properties(SyntaxNode node, List<ClassDefinition.Field> fields) {
        for (SyntaxNode element : node.parts()) {
            if (element.is("property_element")) {
                Optional<Expression> value = element.child("default_value").map(lowering::expression);
                fields.add(field(
                        element,
                        element.child("name").orElse(element),
                        type(node),
                        value,
                        node.has("static_modifier")));
            }
        }
    }

    private void constants(SyntaxNode node, List<ClassDefinition.Field> fields) {
        for (SyntaxNode element : node.parts()) {
            if (element.is("const_element")) {
                Optional<Expression> value =
                        element.parts().stream().skip(1).findFirst().map(lowering::expression);
                fields.add(field(element, element.parts().getFirst(), "", value, true));
            }
        }
    }

    private static ClassDefinition.Field field(
            SyntaxNode node, SyntaxNode name, String type, Optional<Expression> value, boolean isStatic) {
        return new ClassDefinition.Field(node.span(), fieldName(name), type, value, List.of(), isStatic);
    }

    private List<Expression> attributes(SyntaxNode node) {
        List<Expression> attributes = new ArrayList<>();
        for (SyntaxNode group : node.child("attributes").map(SyntaxNode::parts).orElse(List.of())) {
            for (SyntaxNode attribute : group.parts()) {
                SyntaxNode name = attribute.parts().getFirst();
                attributes.add(new Expression.Call(
                        attribute.span(),
                        new Expression.Name(name.span(), PhpLowering.dotted(name)),
                        List.of(),
                        false));
            }
        }
        return attributes;
    }
}
