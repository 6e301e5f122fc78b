package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Ordered;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of a value: which constant it is, which untrusted data is in it, what it may stand for. Immutable.
 *
 * @param referents at most {@value #MAX_REFERENTS}; none when nothing is known
 */
public record Value(Constant constant, Taint taint, Set<Referent> referents) {
    static final Value UNKNOWN = new Value(Constant.Unknown.VALUE, Taint.NONE, Set.of());
    private static final int MAX_REFERENTS = 6;

    static Value of(Constant constant) {
        return new Value(constant, Taint.NONE, Set.of());
    }

    static Value of(Referent referent) {
        return new Value(Constant.Unknown.VALUE, Taint.NONE, Set.of(referent));
    }

    static Value symbol(String name) {
        return of(new Referent.Symbol(name));
    }

    static Value of(Taint taint) {
        return taint.isEmpty() ? UNKNOWN : new Value(Constant.Unknown.VALUE, taint, Set.of());
    }

    Value join(Value other) {
        if (equals(other)) {
            return this;
        }
        return new Value(constant.or(other.constant), taint.join(other.taint), union(referents, other.referents));
    }

    Value with(Taint other) {
        return new Value(constant, other, referents);
    }

    Value with(Referent referent) {
        return new Value(constant, taint, union(referents, Set.of(referent)));
    }

    Value withConstant(Constant known) {
        return new Value(known, taint, referents);
    }

    /** The same untrusted data in something whose value is not known. */
    Value tainting() {
        return of(taint);
    }

    <T extends Referent> Stream<T> all(Class<T> kind) {
        return referents.stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean isKnown() {
        return constant.isKnown();
    }

    private static Set<Referent> union(Set<Referent> some, Set<Referent> others) {
        if (some.containsAll(others)) {
            return some;
        }
        Set<Referent> all = new LinkedHashSet<>(some);
        others.stream().takeWhile(other -> all.size() < MAX_REFERENTS).forEach(all::add);
        return Ordered.copyOf(all);
    }
}
