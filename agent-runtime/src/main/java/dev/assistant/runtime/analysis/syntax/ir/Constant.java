package dev.assistant.runtime.analysis.syntax.ir;

import java.util.LinkedHashSet;
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
            values = Ordered.copyOf(values);
        }

        @Override
        public boolean isTruthy() {
            return false;
        }
    }

    /** In a {@link Beginning}: something that is not known but can be trusted, such as a setting. */
    char GAP = '\uFFFC';

    /** At the end of a {@link Beginning} that ends in a {@link #GAP}: what follows cannot be trusted. */
    char END = '\uFFFD';

    /** A text of which only the beginning is known, because something that is not known was put behind it. */
    record Beginning(String value) implements Constant {
        @Override
        public boolean isTruthy() {
            return true;
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

    /** A text that begins so; nothing is known when that is the empty text. */
    static Constant beginning(String value) {
        return value.isEmpty() ? Unknown.VALUE : new Beginning(value);
    }

    default boolean isKnown() {
        return !(this instanceof Unknown || this instanceof OneOf || this instanceof Beginning);
    }

    /** What it begins with, if it is a text; empty when nothing is known of that. */
    default String start() {
        return switch (this) {
            case Text text -> text.value();
            case Beginning beginning -> beginning.value();
            default -> "";
        };
    }

    /** The values that it can be; none when that is not known. */
    default Set<Constant> alternatives() {
        return switch (this) {
            case OneOf several -> several.values();
            case Unknown unknown -> Set.of();
            case Beginning beginning -> Set.of();
            default -> Set.of(this);
        };
    }

    /** This or the other. */
    default Constant or(Constant other) {
        if (equals(other)) {
            return this;
        }
        if (alternatives().isEmpty() || other.alternatives().isEmpty()) {
            return beginning(common(start(), other.start()));
        }
        Set<Constant> all = new LinkedHashSet<>(alternatives());
        all.addAll(other.alternatives());
        return all.size() <= MAX_ALTERNATIVES ? new OneOf(all) : Unknown.VALUE;
    }

    private static String common(String some, String other) {
        int length = 0;
        while (length < Math.min(some.length(), other.length()) && some.charAt(length) == other.charAt(length)) {
            length++;
        }
        return some.substring(0, length);
    }
}
