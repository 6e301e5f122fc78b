package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** Lowers imports and exports of JavaScript modules. An export is an assignment to a member of {@code exports}. */
final class JavaScriptModuleSyntax {
    private final JavaScriptLowering lowering;

    JavaScriptModuleSyntax(JavaScriptLowering lowering) {
        this.lowering = lowering;
    }

    Statement imports(SyntaxNode node) {
        String module = specifier(node);
        List<Statement.Binding> bindings = new ArrayList<>();
        node.first("import_clause").ifPresent(clause -> {
            for (SyntaxNode part : clause.parts()) {
                switch (part.type()) {
                    case "identifier" -> bind(part.text(), module + "#default", bindings);
                    case "namespace_import" -> bind(part.parts().getFirst().text(), module + "#*", bindings);
                    case "named_imports" -> part.parts().forEach(named -> bindNamed(named, module, bindings));
                    default -> {}
                }
            }
        });
        return new Statement.Import(node.span(), bindings);
    }

    private void bindNamed(SyntaxNode named, String module, List<Statement.Binding> bindings) {
        String name = Lowering.textOf(named, "name");
        String local = named.child("alias").map(SyntaxNode::text).orElse(name);
        bind(local, module + "#" + name, bindings);
    }

    private void bind(String local, String target, List<Statement.Binding> bindings) {
        lowering.declare(local);
        bindings.add(new Statement.Binding(local, target));
    }

    private static String specifier(SyntaxNode node) {
        String quoted = Lowering.textOf(node, "source");
        return quoted.length() < 2 ? "" : quoted.substring(1, quoted.length() - 1);
    }

    void exports(SyntaxNode node, List<Statement> into) {
        boolean isDefault = node.has("default");
        node.child("declaration").ifPresent(declaration -> {
            into.addAll(lowering.statements(List.of(declaration)));
            names(declaration).forEach(name -> into.add(export(isDefault ? "default" : name, name, node.span())));
        });
        node.child("value").ifPresent(value -> {
            Expression target = exported("default", node.span());
            Expression assigned = new Expression.Assignment(node.span(), target, lowering.expression(value));
            into.add(new Statement.Evaluate(node.span(), assigned));
        });
        if (node.child("source").isEmpty()) {
            node.first("export_clause")
                    .ifPresent(clause -> clause.parts().forEach(named -> {
                        String name = Lowering.textOf(named, "name");
                        String alias =
                                named.child("alias").map(SyntaxNode::text).orElse(name);
                        into.add(export(alias, name, node.span()));
                    }));
        }
    }

    private static List<String> names(SyntaxNode declaration) {
        if (declaration.child("name").isPresent()) {
            return List.of(Lowering.textOf(declaration, "name"));
        }
        return declaration.parts().stream()
                .filter(part -> part.is("variable_declarator"))
                .map(part -> Lowering.textOf(part, "name"))
                .toList();
    }

    private static Statement export(String alias, String name, Span span) {
        Expression value = new Expression.Name(span, name);
        return new Statement.Evaluate(span, new Expression.Assignment(span, exported(alias, span), value));
    }

    private static Expression exported(String name, Span span) {
        return new Expression.Member(span, new Expression.Name(span, "exports"), name);
    }
}
