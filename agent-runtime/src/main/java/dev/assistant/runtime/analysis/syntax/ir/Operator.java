package dev.assistant.runtime.analysis.syntax.ir;

import java.util.HashMap;
import java.util.Map;

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

    private static final Map<String, Operator> SIGNS = Map.ofEntries(
            Map.entry("+", ADD),
            Map.entry("-", SUBTRACT),
            Map.entry("*", MULTIPLY),
            Map.entry("/", DIVIDE_WHOLE),
            Map.entry("%", REMAINDER),
            Map.entry("==", EQUAL),
            Map.entry("!=", NOT_EQUAL),
            Map.entry("<", LESS),
            Map.entry("<=", LESS_EQUAL),
            Map.entry(">", GREATER),
            Map.entry(">=", GREATER_EQUAL),
            Map.entry("&&", AND),
            Map.entry("||", OR));

    /** What signs mean in a language: what they mean in most, but for its own. */
    static Map<String, Operator> signs(Map<String, Operator> own) {
        Map<String, Operator> signs = new HashMap<>(SIGNS);
        signs.putAll(own);
        return Map.copyOf(signs);
    }

    /** Whether its result is true or false. */
    public boolean isTest() {
        return switch (this) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, NOT, IN, NOT_IN -> true;
            default -> false;
        };
    }
}
