package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/** Lowers Kotlin's strings and the values in them. */
final class KotlinStrings {
    private KotlinStrings() {}

    static Expression lower(SyntaxNode node, KotlinLowering lowering) {
        boolean raw = node.text().startsWith("\"\"\"");
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode part : node.parts()) {
            if (part.is("interpolated_expression", "interpolated_identifier")) {
                parts.add(lowering.expression(part));
            } else {
                parts.add(Lowering.text(part.span(), raw ? part.text() : Escapes.decode(part.text())));
            }
        }
        if (parts.isEmpty()) {
            return Lowering.text(node.span(), "");
        }
        return parts.size() == 1 && parts.getFirst() instanceof Expression.Literal only
                ? new Expression.Literal(node.span(), only.value())
                : new Expression.Interpolation(node.span(), parts);
    }
}
