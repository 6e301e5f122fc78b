package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers the imports, types, functions and methods of Go. */
final class GoDeclarations {
    private final GoLowering lowering;
    private final Deque<List<Expression>> results = new ArrayDeque<>();
    private final Set<String> classes = new HashSet<>();

    GoDeclarations(GoLowering lowering) {
        this.lowering = lowering;
    }

    Statement imports(SyntaxNode node) {
        List<Statement.Binding> bindings = new ArrayList<>();
        List<SyntaxNode> specs = node.first("import_spec_list").orElse(node).parts();
        for (SyntaxNode spec : specs) {
            String quoted = Lowering.textOf(spec, "path");
            String path = quoted.length() < 2 ? "" : quoted.substring(1, quoted.length() - 1);
            String local = spec.child("name").map(SyntaxNode::text).orElse(packageName(path));
            if (!local.equals("_")) {
                lowering.declare(local);
                bindings.add(new Statement.Binding(local.equals(".") ? "*" : local, path));
            }
        }
        return new Statement.Import(node.span(), bindings);
    }

    /** The last part of the path that is not a version, as packages are named by custom. */
    private static String packageName(String path) {
        String plain = path.replaceFirst("/v\\d+$", "").replaceFirst("\\.v\\d+$", "");
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        return last.replaceFirst("^go-", "").replaceFirst("[-.]go$", "");
    }

    /** Results that have names, which a return without values gives. */
    List<Expression> namedResults() {
        return results.isEmpty() ? List.of() : results.getFirst();
    }

    Function function(SyntaxNode node) {
        return function(node, Optional.empty());
    }

    private Function function(SyntaxNode node, Optional<SyntaxNode> receiver) {
        FunctionParts parts = FunctionParts.of(lowering.scoped(() -> {
            List<Parameter> parameters = parameters(node.child("parameters"));
            results.push(resultNames(node));
            Statement body = lowering.body(node, "body");
            results.pop();
            return new FunctionParts(
                    parameters, receiver.map(self -> withReceiver(self, body)).orElse(body));
        }));
        return receiver.map(self -> parts.knowing("this").knowing(self.text()))
                .orElse(parts)
                .named(node, Lowering.textOf(node, "name"), List.of(), receiver.isEmpty());
    }

    private List<Expression> resultNames(SyntaxNode node) {
        List<Expression> names = new ArrayList<>();
        for (SyntaxNode result : node.child("result")
                .filter(list -> list.is("parameter_list"))
                .map(SyntaxNode::parts)
                .orElse(List.of())) {
            for (SyntaxNode name : result.all("name")) {
                lowering.declare(name.text());
                names.add(Lowering.name(name));
            }
        }
        return names;
    }

    private static Statement withReceiver(SyntaxNode self, Statement body) {
        Expression.Name name = Lowering.name(self);
        Expression own = new Expression.Name(self.span(), "this");
        return new Statement.Block(
                body.span(), List.of(new Statement.Declare(self.span(), name, "", Optional.of(own)), body));
    }

    private List<Parameter> parameters(Optional<SyntaxNode> list) {
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode node : list.map(SyntaxNode::parts).orElse(List.of())) {
            String type = node.child("type").map(GoDeclarations::typeOf).orElse("");
            Parameter.Kind kind =
                    node.is("variadic_parameter_declaration") ? Parameter.Kind.REST : Parameter.Kind.SINGLE;
            List<SyntaxNode> names = node.all("name");
            for (SyntaxNode name : names) {
                lowering.declare(name.text());
                parameters.add(new Parameter(Lowering.name(name), type, Optional.empty(), List.of(), kind));
            }
            if (names.isEmpty()) {
                parameters.add(new Parameter(
                        new Expression.Opaque(node.span(), List.of()), type, Optional.empty(), List.of(), kind));
            }
        }
        return parameters;
    }

    /** The name of a type or of what a pointer leads to; empty for types without a name, such as slices and maps. */
    static String typeOf(SyntaxNode type) {
        return switch (type.type()) {
            case "pointer_type" ->
                type.parts().stream().findFirst().map(GoDeclarations::typeOf).orElse("");
            case "generic_type" ->
                type.child("type").map(GoDeclarations::typeOf).orElse("");
            case "type_identifier", "qualified_type" -> type.text();
            default -> "";
        };
    }

    void types(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode spec : node.parts()) {
            spec.child("name").ifPresent(name -> {
                List<Function> methods = spec.child("type")
                                .filter(type -> type.is("interface_type"))
                                .isPresent()
                        ? signatures(spec.child("type").get())
                        : methods(spec, name.text());
                boolean isStruct = spec.child("type")
                        .filter(type -> type.is("struct_type", "interface_type"))
                        .isPresent();
                if (isStruct || !methods.isEmpty()) {
                    define(spec, name.text(), methods, into);
                }
            });
        }
    }

    /** Methods of a type that another file declares. */
    void method(SyntaxNode node, List<Statement> into) {
        receiverType(node).filter(type -> !classes.contains(type)).ifPresent(type -> {
            boolean declaredHere = siblings(node).stream()
                    .filter(sibling -> sibling.is("type_declaration"))
                    .flatMap(sibling -> sibling.parts().stream())
                    .anyMatch(spec -> Lowering.textOf(spec, "name").equals(type));
            if (!declaredHere) {
                define(node, type, methods(node, type), into);
            }
        });
    }

    private void define(SyntaxNode node, String name, List<Function> methods, List<Statement> into) {
        lowering.declare(name);
        classes.add(name);
        Optional<SyntaxNode> type = node.child("type");
        List<ClassDefinition.Field> fields = new ArrayList<>();
        List<Expression> supertypes = new ArrayList<>();
        type.filter(struct -> struct.is("struct_type")).ifPresent(struct -> fields(struct, fields, supertypes));
        boolean isAbstract = type.filter(kind -> kind.is("interface_type")).isPresent();
        into.add(new Statement.DefineClass(
                node.span(),
                new ClassDefinition(node.span(), name, supertypes, methods, fields, List.of(), List.of(), isAbstract)));
    }

    private static void fields(SyntaxNode struct, List<ClassDefinition.Field> fields, List<Expression> supertypes) {
        for (SyntaxNode node :
                struct.first("field_declaration_list").map(SyntaxNode::parts).orElse(List.of())) {
            String type = node.child("type").map(GoDeclarations::typeOf).orElse("");
            List<SyntaxNode> names = node.all("name");
            for (SyntaxNode name : names) {
                fields.add(
                        new ClassDefinition.Field(name.span(), name.text(), type, Optional.empty(), List.of(), false));
            }
            if (names.isEmpty() && !type.isEmpty()) {
                supertypes.add(new Expression.Name(node.span(), type));
                String last = type.substring(type.lastIndexOf('.') + 1);
                fields.add(new ClassDefinition.Field(node.span(), last, type, Optional.empty(), List.of(), false));
            }
        }
    }

    private List<Function> signatures(SyntaxNode type) {
        return type.parts().stream()
                .filter(element -> element.is("method_elem", "method_spec"))
                .map(this::function)
                .toList();
    }

    private List<Function> methods(SyntaxNode near, String type) {
        SyntaxNode top = near.is("type_spec") ? near.parent().orElse(near) : near;
        List<Function> methods = new ArrayList<>();
        for (SyntaxNode sibling : siblings(top)) {
            if (sibling.is("method_declaration")
                    && receiverType(sibling).filter(type::equals).isPresent()) {
                methods.add(function(
                        sibling,
                        receiver(sibling)
                                .flatMap(own -> own.child("name"))
                                .filter(name -> !name.text().equals("_"))
                                .or(() -> sibling.child("name"))));
            }
        }
        return methods;
    }

    private static List<SyntaxNode> siblings(SyntaxNode node) {
        return node.parent().map(SyntaxNode::parts).orElse(List.of());
    }

    private static Optional<SyntaxNode> receiver(SyntaxNode method) {
        return method.child("receiver").flatMap(list -> list.parts().stream().findFirst());
    }

    private static Optional<String> receiverType(SyntaxNode method) {
        return receiver(method).flatMap(own -> own.child("type")).map(GoDeclarations::typeOf);
    }
}
