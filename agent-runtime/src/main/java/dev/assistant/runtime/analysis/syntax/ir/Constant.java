package dev.assistant.runtime.analysis.syntax.ir;

/** A value that is known without running the code. */
public sealed interface Constant {
    /** Whether it counts as true in a condition of Python and JavaScript. */
    boolean isTruthy();

    /** A string, or bytes that were written as one. */
    record Text(String value) implements Constant {
        @Override
        public boolean isTruthy() {
            return !value.isEmpty();
        }
    }

    /** A whole number. */
    record Whole(long value) implements Constant {
        @Override
        public boolean isTruthy() {
            return value != 0;
        }
    }

    /** True or false. */
    record Truth(boolean value) implements Constant {
        @Override
        public boolean isTruthy() {
            return value;
        }
    }

    /** None, null or undefined. */
    record Nothing() implements Constant {
        @Override
        public boolean isTruthy() {
            return false;
        }
    }

    /** Not known; it may still be a constant of a kind that is not modelled, such as 0.5. */
    record Unknown() implements Constant {
        @Override
        public boolean isTruthy() {
            return false;
        }
    }

    Constant UNKNOWN = new Unknown();
    Constant NOTHING = new Nothing();

    static Constant of(String value) {
        return new Text(value);
    }

    static Constant of(long value) {
        return new Whole(value);
    }

    static Constant of(boolean value) {
        return new Truth(value);
    }

    default boolean isKnown() {
        return !(this instanceof Unknown);
    }
}
