package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What an object holds, as far as it is known. Immutable.
 *
 * @param type its qualified type; {@code list} and {@code dict} for those written out
 * @param slots fields, elements and entries by their keys
 * @param rest what was stored under keys that are not known
 * @param keys the untrusted data in those keys
 * @param length of a list whose length is known; -1 otherwise
 */
record Shape(String type, Map<Constant, Value> slots, Value rest, Taint keys, int length) {
    static final String LIST = "list";
    static final String DICT = "dict";
    static final int UNKNOWN_LENGTH = -1;

    /** Containers with more known elements are not told apart by key. */
    private static final int MAX_SLOTS = 256;

    Shape(String type, Map<Constant, Value> slots, Value rest, int length) {
        this(type, slots, rest, Taint.NONE, length);
    }

    static Shape object(String type) {
        return new Shape(type, Map.of(), Value.UNKNOWN, UNKNOWN_LENGTH);
    }

    static Shape list(String type) {
        return new Shape(type, Map.of(), Value.UNKNOWN, 0);
    }

    boolean isList() {
        return length >= 0;
    }

    /** The value of a field by its name. */
    Value field(String name) {
        return get(Constant.of(name));
    }

    boolean has(Constant key) {
        return slots.containsKey(key);
    }

    Value get(Constant key) {
        if (!key.isKnown()) {
            return any();
        }
        Value known = slots.get(position(key));
        return known == null ? rest : rest.equals(Value.UNKNOWN) ? known : known.join(rest);
    }

    /** Any of what it holds. */
    Value any() {
        Value any = rest;
        boolean first = rest.equals(Value.UNKNOWN);
        for (Value value : slots.values()) {
            any = first ? value : any.join(value);
            first = false;
        }
        return any;
    }

    /** The untrusted data in it. */
    Taint taint() {
        Taint taint = rest.taint();
        for (Value value : slots.values()) {
            taint = taint.join(value.taint());
        }
        return taint;
    }

    Shape put(Constant key, Value value) {
        Constant position = position(key);
        if (!key.isKnown() || (slots.size() >= MAX_SLOTS && !slots.containsKey(position))) {
            return holding(slots, rest.equals(Value.UNKNOWN) ? value : rest.join(value), length);
        }
        Map<Constant, Value> changed = new LinkedHashMap<>(slots);
        changed.put(position, value);
        boolean beyond = isList() && position instanceof Constant.Whole whole && whole.value() >= length;
        return holding(changed, rest, beyond ? UNKNOWN_LENGTH : length);
    }

    /** The same, with this data in keys that are not known. */
    Shape keyed(Taint more) {
        return more.isEmpty() ? this : new Shape(type, slots, rest, keys.join(more), length);
    }

    private Shape holding(Map<Constant, Value> slots, Value rest, int length) {
        return new Shape(type, slots, rest, keys, length);
    }

    Shape putAll(Shape entries) {
        Shape all = keyed(entries.keys);
        for (Map.Entry<Constant, Value> entry : entries.slots.entrySet()) {
            all = all.put(entry.getKey(), entry.getValue());
        }
        return entries.rest.equals(Value.UNKNOWN) ? all : all.put(Constant.Unknown.VALUE, entries.rest);
    }

    Shape append(Value value) {
        if (!isList() || length >= MAX_SLOTS) {
            return collapse().put(Constant.Unknown.VALUE, value);
        }
        Map<Constant, Value> changed = new LinkedHashMap<>(slots);
        changed.put(Constant.of(length), value);
        return holding(changed, rest, length + 1);
    }

    Shape insert(Constant at, Value value) {
        long index = index(at);
        if (index < 0 || index > length) {
            return collapse().put(Constant.Unknown.VALUE, value);
        }
        Map<Constant, Value> changed = new LinkedHashMap<>();
        slots.forEach((key, old) -> changed.put(shifted(key, index, 1), old));
        changed.put(Constant.of(index), value);
        return holding(changed, rest, length + 1);
    }

    Shape remove(Constant key) {
        Constant position = position(key);
        if (!isList()) {
            Map<Constant, Value> changed = new LinkedHashMap<>(slots);
            changed.remove(position);
            return holding(changed, rest, length);
        }
        long index = index(key);
        if (index < 0 || index >= length) {
            return collapse();
        }
        Map<Constant, Value> changed = new LinkedHashMap<>();
        slots.forEach((slot, value) -> {
            if (!slot.equals(position)) {
                changed.put(shifted(slot, index, -1), value);
            }
        });
        return holding(changed, rest, length - 1);
    }

    /** The same without knowing what is where. */
    Shape collapse() {
        return holding(Map.of(), any(), UNKNOWN_LENGTH);
    }

    /** Either of two. */
    Shape join(Shape other) {
        if (equals(other)) {
            return this;
        }
        if ((isList() || other.isList()) && length != other.length) {
            Shape joined = collapse();
            return new Shape(type, Map.of(), joined.rest.join(other.any()), keys.join(other.keys), UNKNOWN_LENGTH);
        }
        Map<Constant, Value> joined = new LinkedHashMap<>(slots);
        other.slots.forEach((key, value) -> joined.merge(key, value, JOIN));
        return new Shape(type, joined, rest.join(other.rest), keys.join(other.keys), length);
    }

    private static final BinaryOperator<Value> JOIN = Value::join;

    /** Positions before the first count from the end. */
    private Constant position(Constant key) {
        boolean fromEnd = isList() && key instanceof Constant.Whole whole && whole.value() < 0;
        return fromEnd ? Constant.of(((Constant.Whole) key).value() + length) : key;
    }

    /** The position in a list; -1 when it is not known. */
    private long index(Constant key) {
        return isList() && position(key) instanceof Constant.Whole whole ? whole.value() : -1;
    }

    private static Constant shifted(Constant key, long from, int by) {
        return key instanceof Constant.Whole whole && whole.value() >= from ? Constant.of(whole.value() + by) : key;
    }
}
