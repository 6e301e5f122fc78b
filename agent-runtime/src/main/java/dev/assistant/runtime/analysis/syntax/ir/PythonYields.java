package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a Python function yields: a generator gives a list of it, a context manager the one value, as {@code with} takes it.
 * Not thread-safe.
 */
final class PythonYields {
    /** No name that code can have. */
    private static final String KEPT = "(yielded)";

    private static final Set<String> CONTEXT_MANAGERS = Set.of("contextmanager", "asynccontextmanager");

    private final boolean single;
    private boolean any;

    /**
     * @param decorators of the function
     */
    PythonYields(List<Expression> decorators) {
        this.single = decorators.stream().anyMatch(PythonYields::managesContext);
    }

    private static boolean managesContext(Expression decorator) {
        return switch (decorator) {
            case Expression.Name name -> CONTEXT_MANAGERS.contains(name.name());
            case Expression.Member member -> CONTEXT_MANAGERS.contains(member.name());
            default -> false;
        };
    }

    /** Yields one value, or with {@code from} all that it holds. */
    Expression yielded(Span span, Expression value, boolean from) {
        any = true;
        Expression kept = new Expression.Name(span, KEPT);
        if (single) {
            return new Expression.Assignment(span, kept, value);
        }
        Expression method = new Expression.Member(span, kept, from ? "extend" : "append");
        return new Expression.Call(span, method, List.of(Expression.Argument.positional(value)), false);
    }

    /** The names that the function makes for it. */
    Optional<String> name() {
        return any ? Optional.of(KEPT) : Optional.empty();
    }

    /** The function's body, which gives what it yielded. */
    Statement around(Statement body) {
        if (!any) {
            return body;
        }
        Span span = body.span();
        Expression.Name kept = new Expression.Name(span, KEPT);
        Expression nothing = single
                ? new Expression.Literal(span, Constant.Nothing.VALUE)
                : new Expression.Sequence(span, List.of());
        return new Statement.Block(
                span,
                List.of(
                        new Statement.Evaluate(span, new Expression.Assignment(span, kept, nothing)),
                        body,
                        new Statement.Return(span, Optional.of(kept))));
    }
}
