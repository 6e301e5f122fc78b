package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a function takes, does and makes names of. */
record FunctionParts(List<Parameter> parameters, Statement body, Set<String> locals) {
    /** Parts that are being lowered: which names they make is known when that is done. */
    FunctionParts(List<Parameter> parameters, Statement body) {
        this(parameters, body, Set.of());
    }

    static FunctionParts of(Lowering.Scoped<FunctionParts> lowered) {
        return new FunctionParts(lowered.result().parameters(), lowered.result().body(), lowered.locals());
    }

    /** The same with a name that the function has without making it, such as {@code this}. */
    FunctionParts knowing(String name) {
        Set<String> all = new HashSet<>(locals);
        all.add(name);
        return new FunctionParts(parameters, body, all);
    }

    Function named(SyntaxNode node, String name, List<Expression> annotations, boolean isStatic) {
        return named(node, name, annotations, isStatic, "");
    }

    Function named(SyntaxNode node, String name, List<Expression> annotations, boolean isStatic, String resultType) {
        return new Function(
                node.span(),
                Lowering.spanOf(node.child("name"), node),
                name,
                parameters,
                body,
                annotations,
                locals,
                isStatic,
                resultType);
    }
}
