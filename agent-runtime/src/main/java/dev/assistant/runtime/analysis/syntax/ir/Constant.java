package dev.assistant.runtime.analysis.syntax.ir;

import java.util.HashSet;
import java.util.Set;

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
        public static final Constant VALUE = new Nothing();

        @Override
        public boolean isTruthy() {
            return false;
        }
    }

    /** Not known; it may still be a constant of a kind that is not modelled, such as 0.5. */
    record Unknown() implements Constant {
        public static final Constant VALUE = new Unknown();

        @Override
        public boolean isTruthy() {
            return false;
        }
    }

    /** One of a few values, by different ways. It counts as not known where one value is needed. */
    record OneOf(Set<Constant> values) implements Constant {
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean isTruthy() {
            return false;
        }
    }

    /** More different values than this are not told apart. */
    int MAX_ALTERNATIVES = 4;

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
        return !(this instanceof Unknown || this instanceof OneOf);
    }

    /** The values that it can be; none when that is not known. */
    default Set<Constant> alternatives() {
        return switch (this) {
            case OneOf several -> several.values();
            case Unknown unknown -> Set.of();
            default -> Set.of(this);
        };
    }

    /** This or the other. */
    default Constant or(Constant other) {
        if (equals(other)) {
            return this;
        }
        if (alternatives().isEmpty() || other.alternatives().isEmpty()) {
            return Unknown.VALUE;
        }
        Set<Constant> all = new HashSet<>(alternatives());
        all.addAll(other.alternatives());
        return all.size() <= MAX_ALTERNATIVES ? new OneOf(all) : Unknown.VALUE;
    }
}
