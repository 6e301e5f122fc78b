package dev.assistant.runtime.analysis.syntax.ir;

/** What an {@link Expression.Operation} does with its operands. */
public enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    /** Division that rounds to a whole number. */
    DIVIDE_WHOLE,
    REMAINDER,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    AND,
    OR,
    /** The left operand unless it is null. */
    COALESCE,
    NOT,
    NEGATE,
    IN,
    NOT_IN,
    /** Bits, shifts, matrix products and the like. */
    OTHER;

    /** Whether its result is true or false. */
    public boolean isTest() {
        return switch (this) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, NOT, IN, NOT_IN -> true;
            default -> false;
        };
    }
}
