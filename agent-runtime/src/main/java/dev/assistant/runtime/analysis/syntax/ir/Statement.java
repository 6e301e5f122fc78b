package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.List;
import java.util.Optional;

/** One step of what a function does. */
public sealed interface Statement {
    Span span();

    record Evaluate(Span span, Expression expression) implements Statement {}

    /** Makes a variable, of a type where the code says so (empty otherwise). */
    record Declare(Span span, Expression.Name name, String type, Optional<Expression> value) implements Statement {}

    record Block(Span span, List<Statement> statements) implements Statement {}

    record If(Span span, Expression test, Statement then, Optional<Statement> otherwise) implements Statement {}

    /**
     * A loop by a test.
     *
     * @param update runs after each round
     * @param testFirst false for do-while
     * @param otherwise runs when the test fails, as Python's else of a loop
     */
    record While(
            Span span,
            Expression test,
            Statement body,
            Optional<Statement> update,
            boolean testFirst,
            Optional<Statement> otherwise)
            implements Statement {}

    /**
     * A loop over what is in a value.
     *
     * @param elementType the type that the code gives to the target; empty when it gives none
     * @param keys whether it runs over keys, as JavaScript's {@code for in}
     */
    record ForEach(
            Span span,
            Expression target,
            String elementType,
            Expression iterable,
            boolean keys,
            Statement body,
            Optional<Statement> otherwise)
            implements Statement {}

    record Return(Span span, Optional<Expression> value) implements Statement {}

    record Throw(Span span, Optional<Expression> value) implements Statement {}

    record Break(Span span) implements Statement {}

    record Continue(Span span) implements Statement {}

    record Try(
            Span span,
            Statement body,
            List<Handler> handlers,
            Optional<Statement> otherwise,
            Optional<Statement> finalizer)
            implements Statement {}

    /** What catches an exception; the name is empty when it is not kept. */
    record Handler(Span span, Optional<Expression.Name> name, List<Expression> types, Statement body) {}

    record Switch(Span span, Expression subject, List<Case> cases) implements Statement {}

    /**
     * A branch of a switch or match.
     *
     * @param patterns any of which selects it; empty for the default
     * @param exact whether the patterns are values to compare with, rather than shapes that may or may not match
     * @param fallsThrough whether the next branch follows when the body does not break
     */
    record Case(
            Span span,
            List<Expression> patterns,
            boolean exact,
            Optional<Expression> guard,
            Statement body,
            boolean fallsThrough) {
        /** A branch that is exact when its patterns are all values written out. */
        Case(Span span, List<Expression> patterns, Optional<Expression> guard, Statement body, boolean fallsThrough) {
            this(
                    span,
                    patterns,
                    patterns.stream().allMatch(pattern -> pattern instanceof Expression.Literal),
                    guard,
                    body,
                    fallsThrough);
        }

        /** Whether it is taken when no other is. */
        public boolean isDefault() {
            return patterns.isEmpty() && guard.isEmpty();
        }
    }

    record Define(Span span, Function function) implements Statement {}

    record DefineClass(Span span, ClassDefinition definition) implements Statement {}

    /** Goes on only when the test holds. */
    record Assert(Span span, Expression test) implements Statement {}

    /** Makes names of other modules known here. */
    record Import(Span span, List<Binding> bindings) implements Statement {}

    /**
     * One imported name.
     *
     * @param local the name here; {@code *} for all names of the other module
     * @param target what it stands for, as {@code package.module.name}; in JavaScript {@code ./path#name}
     */
    record Binding(String local, String target) {}
}
