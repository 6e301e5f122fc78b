package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lowers {@code names::contains} to the lambda that it stands for, of one parameter (Java Language Specification 15.13). */
final class JavaMethodReferences {
    private static final String PARAMETER = "it";
    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*");

    /** What is called on the parameter, rather than with it: all that texts do, and what reads a property. */
    private static final Pattern OF_THE_PARAMETER = Pattern.compile("(get|is|to)[A-Z]\\w*|name|trim|strip|length");

    private static final Set<String> STATIC_OF_TEXTS = Set.of("valueOf", "copyValueOf", "format", "join");
    private final JavaLowering lowering;

    JavaMethodReferences(JavaLowering lowering) {
        this.lowering = lowering;
    }

    Expression closure(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        if (parts.size() != 2) {
            return lowering.opaque(node);
        }
        Span span = node.span();
        Expression.Name it = new Expression.Name(span, PARAMETER);
        Parameter parameter = new Parameter(it, "", Optional.empty(), List.of(), Parameter.Kind.SINGLE);
        Statement body = new Statement.Return(
                span, Optional.of(call(span, parts.getFirst(), parts.getLast().text(), it)));
        Function function = new Function(span, span, "", List.of(parameter), body, List.of(), Set.of(PARAMETER), true);
        return new Expression.Closure(span, function);
    }

    private Expression call(Span span, SyntaxNode owner, String method, Expression it) {
        boolean text = owner.text().equals("String") && !STATIC_OF_TEXTS.contains(method);
        boolean ofType = TYPE.matcher(owner.text()).matches();
        if (text || (ofType && OF_THE_PARAMETER.matcher(method).matches())) {
            return new Expression.Call(span, new Expression.Member(span, it, method), List.of(), false);
        }
        Expression callee = new Expression.Member(span, lowering.expression(owner), method);
        return new Expression.Call(span, callee, List.of(Expression.Argument.positional(it)), false);
    }
}
