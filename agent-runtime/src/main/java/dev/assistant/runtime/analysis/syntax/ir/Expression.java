package dev.assistant.runtime.analysis.syntax.ir;

import dev.assistant.runtime.analysis.syntax.Span;
import java.util.List;
import java.util.Optional;

/** Something that has a value. */
public sealed interface Expression {
    /** The source that it stands for. */
    Span span();

    /** A variable, function, class or imported thing by its name; {@code this} and {@code super} too. */
    record Name(Span span, String name) implements Expression {}

    /** A value written out. */
    record Literal(Span span, Constant value) implements Expression {}

    /** A string put together from pieces: an f-string or a template literal. */
    record Interpolation(Span span, List<Expression> parts) implements Expression {}

    /** A field, attribute, property or method of an object. */
    record Member(Span span, Expression object, String name) implements Expression {}

    /** An element of a container by key or position. */
    record Element(Span span, Expression container, Expression key) implements Expression {}

    /** A stretch of a container or string. Bounds that are left out are {@link Constant.Nothing}. */
    record Slice(Span span, Expression container, Expression from, Expression to) implements Expression {}

    /**
     * A call.
     *
     * @param constructs whether it makes a new object by {@code new}
     */
    record Call(Span span, Expression callee, List<Argument> arguments, boolean constructs) implements Expression {}

    /** What a call passes: by position when the name is empty; all elements of the value when it is spread. */
    record Argument(String name, Expression value, boolean spread) {
        public static Argument positional(Expression value) {
            return new Argument("", value, false);
        }
    }

    /** Operands from left to right; a chain of the same sign is one operation, so that it does not nest. */
    record Operation(Span span, Operator operator, List<Expression> operands) implements Expression {}

    /** One of two values by a test. */
    record Choice(Span span, Expression test, Expression then, Expression otherwise) implements Expression {}

    /** A list, tuple, set or array written out. */
    record Sequence(Span span, List<Expression> elements) implements Expression {}

    /** A dictionary or object written out. */
    record Mapping(Span span, List<Entry> entries) implements Expression {}

    /** A key and its value; without a key, another mapping whose entries are taken over. */
    record Entry(Optional<Expression> key, Expression value) {}

    /** Gives the target a value, and is that value. */
    record Assignment(Span span, Expression target, Expression value) implements Expression {}

    /** All elements of a value, inside a sequence. */
    record Spread(Span span, Expression value) implements Expression {}

    /** A list, set, dictionary or generator made by loops. An element of a dictionary is a {@link Mapping} of one entry. */
    record Comprehension(Span span, List<Clause> clauses, Expression element) implements Expression {}

    /** One {@code for target in iterable if conditions}. */
    record Clause(Expression target, Expression iterable, List<Expression> conditions) {}

    /** A function without a name, or a function as a value. */
    record Closure(Span span, Function function) implements Expression {}

    /** A class as a value; also an object of an anonymous class, whose construction then is a call of it. */
    record ClassExpression(Span span, ClassDefinition definition) implements Expression {}

    /** A value seen as another type. */
    record Cast(Span span, String type, Expression value) implements Expression {}

    /** Anything else: what is known of it are its parts. */
    record Opaque(Span span, List<Expression> parts) implements Expression {}
}
