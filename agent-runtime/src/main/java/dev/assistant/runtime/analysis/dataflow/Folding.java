package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Operator;

/** Calculates what is known without running the code. Anything that could fail or overflow is unknown. */
final class Folding {
    private static final int MAX_TEXT = 4096;

    private Folding() {}

    static Constant fold(Operator operator, Constant left, Constant right) {
        if (!left.isKnown() || !right.isKnown()) {
            return Constant.Unknown.VALUE;
        }
        return switch (operator) {
            case EQUAL -> comparable(left, right) ? Constant.of(left.equals(right)) : Constant.Unknown.VALUE;
            case NOT_EQUAL -> comparable(left, right) ? Constant.of(!left.equals(right)) : Constant.Unknown.VALUE;
            case IN, NOT_IN -> contains(operator, left, right);
            case ADD -> add(left, right);
            default ->
                left instanceof Constant.Whole a && right instanceof Constant.Whole b
                        ? whole(operator, a.value(), b.value())
                        : Constant.Unknown.VALUE;
        };
    }

    /** Values of different kinds may still be equal: in JavaScript "1" == 1. */
    private static boolean comparable(Constant left, Constant right) {
        return left.getClass() == right.getClass()
                || left instanceof Constant.Nothing
                || right instanceof Constant.Nothing;
    }

    private static Constant contains(Operator operator, Constant part, Constant whole) {
        if (part instanceof Constant.Text inner && whole instanceof Constant.Text outer) {
            return Constant.of(outer.value().contains(inner.value()) == (operator == Operator.IN));
        }
        return Constant.Unknown.VALUE;
    }

    private static Constant add(Constant left, Constant right) {
        if (left instanceof Constant.Whole a && right instanceof Constant.Whole b) {
            return whole(Operator.ADD, a.value(), b.value());
        }
        boolean texts = left instanceof Constant.Text || right instanceof Constant.Text;
        String joined = texts ? written(left) + written(right) : "";
        if (!texts) {
            return Constant.Unknown.VALUE;
        }
        return joined.length() <= MAX_TEXT ? Constant.of(joined) : Constant.beginning(left.start());
    }

    /** How a constant looks in a text that it is put into. */
    static String written(Constant constant) {
        return switch (constant) {
            case Constant.Text text -> text.value();
            case Constant.Whole whole -> Long.toString(whole.value());
            case Constant.Truth truth -> Boolean.toString(truth.value());
            case Constant.Nothing nothing -> "null";
            case Constant.Unknown unknown -> "";
            case Constant.OneOf several -> "";
            case Constant.Beginning beginning -> "";
        };
    }

    private static Constant whole(Operator operator, long a, long b) {
        try {
            return switch (operator) {
                case ADD -> Constant.of(Math.addExact(a, b));
                case SUBTRACT -> Constant.of(Math.subtractExact(a, b));
                case MULTIPLY -> Constant.of(Math.multiplyExact(a, b));
                case DIVIDE -> b == 0 || a % b != 0 ? Constant.Unknown.VALUE : Constant.of(a / b);
                case DIVIDE_WHOLE -> b == 0 ? Constant.Unknown.VALUE : Constant.of(a / b);
                case REMAINDER -> b == 0 ? Constant.Unknown.VALUE : Constant.of(Math.floorMod(a, b));
                case LESS -> Constant.of(a < b);
                case LESS_EQUAL -> Constant.of(a <= b);
                case GREATER -> Constant.of(a > b);
                case GREATER_EQUAL -> Constant.of(a >= b);
                default -> Constant.Unknown.VALUE;
            };
        } catch (ArithmeticException tooLarge) {
            return Constant.Unknown.VALUE;
        }
    }

    /**
     * What is known of a text when more is put behind it.
     *
     * @param trusted whether no untrusted data is in what is put there
     */
    static Constant append(Constant text, Constant more, boolean trusted) {
        if (text.isKnown() && more.isKnown()) {
            return add(text, more);
        }
        String start = text.isKnown() ? written(text) : text.start();
        boolean open = text.isKnown() || (!start.isEmpty() && start.charAt(start.length() - 1) == Constant.GAP);
        if (!open || start.length() > MAX_TEXT) {
            return Constant.beginning(start);
        }
        String next = more.isKnown() ? written(more) : more.start();
        if (!next.isEmpty() || more.isKnown()) {
            return Constant.beginning(start + next);
        }
        if (trusted) {
            return Constant.beginning(start + Constant.GAP);
        }
        return Constant.beginning(text.isKnown() ? start : start + Constant.END);
    }

    /** What a text begins with whose gaps, such as {@code {}} or {@code %s}, are filled with something. */
    static Constant filled(Constant pattern, String gap) {
        String text = pattern.start();
        int at = text.indexOf(gap);
        return Constant.beginning(at < 0 ? text : text.substring(0, at));
    }

    /** One character of a text; positions before the first count from the end. */
    static Constant character(Constant text, Constant position) {
        if (text instanceof Constant.Text known && position instanceof Constant.Whole index) {
            String value = known.value();
            long at = index.value() < 0 ? index.value() + value.length() : index.value();
            if (at >= 0 && at < value.length()) {
                return Constant.of(String.valueOf(value.charAt((int) at)));
            }
        }
        return Constant.Unknown.VALUE;
    }

    /** A stretch of a text; bounds that are nothing stand for its ends. */
    static Constant slice(Constant text, Constant from, Constant to) {
        if (!(text instanceof Constant.Text known) || !from.isKnown() || !to.isKnown()) {
            return Constant.Unknown.VALUE;
        }
        String value = known.value();
        int start = bound(from, 0, value.length());
        int end = bound(to, value.length(), value.length());
        return start <= end ? Constant.of(value.substring(start, end)) : Constant.of("");
    }

    private static int bound(Constant constant, int otherwise, int length) {
        if (!(constant instanceof Constant.Whole whole)) {
            return otherwise;
        }
        long index = whole.value();
        long at = index < 0 ? index + length : index;
        return (int) Math.clamp(at, 0, length);
    }
}
