package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers markup in JavaScript: an element is a call of {@code jsx.element} with its attributes by name. What stands between tags
 * is escaped by the libraries that render it, so it is evaluated but not passed.
 */
final class JavaScriptMarkup {
    private final JavaScriptLowering lowering;

    JavaScriptMarkup(JavaScriptLowering lowering) {
        this.lowering = lowering;
    }

    Expression element(SyntaxNode node) {
        SyntaxNode tag = node.child("open_tag")
                .or(() -> node.first("jsx_opening_element"))
                .orElse(node);
        List<Expression.Argument> attributes = new ArrayList<>();
        for (SyntaxNode part : tag.parts()) {
            if (part.is("jsx_attribute")) {
                attribute(part, attributes);
            }
        }
        List<Expression> inner = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            if (part.is("jsx_expression", "jsx_element", "jsx_self_closing_element", "jsx_fragment")) {
                inner.add(lowering.expression(part));
            }
        }
        Span name = tag.child("name").map(SyntaxNode::span).orElse(tag.span());
        Expression callee = new Expression.Member(name, new Expression.Name(name, "jsx"), "element");
        Expression made = new Expression.Call(node.span(), callee, attributes, false);
        if (inner.isEmpty()) {
            return made;
        }
        inner.add(made);
        Expression children = new Expression.Sequence(node.span(), inner);
        return new Expression.Element(
                node.span(), children, new Expression.Literal(node.span(), Constant.of(inner.size() - 1)));
    }

    private void attribute(SyntaxNode node, List<Expression.Argument> attributes) {
        List<SyntaxNode> parts = node.parts();
        if (parts.size() == 2) {
            attributes.add(
                    new Expression.Argument(parts.getFirst().text(), lowering.expression(parts.getLast()), false));
        }
    }
}
