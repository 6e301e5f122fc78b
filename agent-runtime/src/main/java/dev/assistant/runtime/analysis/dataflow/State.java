package dev.assistant.runtime.analysis.dataflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What variables and objects hold at one point of a run. Lies over the state that the modules' top levels left, so that a copy
 * costs only what a function changed. Not thread-safe.
 */
final class State {
    private final Optional<State> base;
    private final Map<Variable, Value> variables;
    private final Map<Integer, Shape> shapes;
    /** What was learned of things that are read anew each time, by how they are written. Never changed, only replaced. */
    private Map<Variable, Value> reads;

    private boolean reachable;

    private State(
            Optional<State> base,
            Map<Variable, Value> variables,
            Map<Integer, Shape> shapes,
            Map<Variable, Value> reads,
            boolean reachable) {
        this.base = base;
        this.variables = variables;
        this.shapes = shapes;
        this.reads = reads;
        this.reachable = reachable;
    }

    /** A state with nothing in it, for the modules' top levels. */
    static State empty() {
        return new State(Optional.empty(), new HashMap<>(), new HashMap<>(), Map.of(), true);
    }

    /** A state in which only what this one holds is known; changes do not reach this one. */
    State above() {
        return new State(Optional.of(this), new HashMap<>(), new HashMap<>(), Map.of(), true);
    }

    /** How many values it holds itself, by which the cost of a copy is judged. */
    int size() {
        return variables.size() + shapes.size();
    }

    State copy() {
        return new State(base, new HashMap<>(variables), new HashMap<>(shapes), reads, reachable);
    }

    boolean isReachable() {
        return reachable;
    }

    void stop() {
        reachable = false;
    }

    void resume() {
        reachable = true;
    }

    Optional<Value> find(Variable variable) {
        Value value = variables.get(variable);
        return value != null ? Optional.of(value) : base.flatMap(below -> below.find(variable));
    }

    void set(Variable variable, Value value) {
        variables.put(variable, value);
    }

    /** What was learned of a chain of members and keys. */
    Optional<Value> learned(Variable chain) {
        return Optional.ofNullable(reads.get(chain));
    }

    void learn(Variable chain, Value value) {
        Map<Variable, Value> more = new HashMap<>(reads);
        more.put(chain, value);
        reads = Map.copyOf(more);
    }

    /** A variable stands for something else now, so what was learned of chains that begin with it holds no longer. */
    void forget(Variable variable) {
        if (!reads.isEmpty()) {
            Map<Variable, Value> left = new HashMap<>(reads);
            left.keySet()
                    .removeIf(chain ->
                            chain.scope() == variable.scope() && chain.name().startsWith(variable.name() + "."));
            reads = Map.copyOf(left);
        }
    }

    Optional<Shape> find(int address) {
        Shape shape = shapes.get(address);
        return shape != null ? Optional.of(shape) : base.flatMap(below -> below.find(address));
    }

    void set(int address, Shape shape) {
        shapes.put(address, shape);
    }

    /** Takes over what another state over the same base changed. */
    void absorb(State other) {
        variables.putAll(other.variables);
        other.reads.forEach(this::learn);
        shapes.putAll(other.shapes);
    }

    /** Either of two states; a state that cannot be reached adds nothing. */
    State join(State other) {
        if (!reachable) {
            return other;
        }
        if (!other.reachable || this == other) {
            return this;
        }
        State joined = copy();
        other.variables.forEach((variable, value) ->
                joined.variables.put(variable, find(variable).map(value::join).orElse(value)));
        variables.forEach((variable, value) -> {
            if (!other.variables.containsKey(variable)) {
                joined.variables.put(
                        variable, other.find(variable).map(value::join).orElse(value));
            }
        });
        other.shapes.forEach((address, shape) -> joined.shapes.put(
                address, find(address).map(own -> own.join(shape)).orElse(shape)));
        shapes.forEach((address, shape) -> {
            if (!other.shapes.containsKey(address)) {
                joined.shapes.put(address, other.find(address).map(shape::join).orElse(shape));
            }
        });
        joined.reads = learnedByBoth(other);
        return joined;
    }

    private Map<Variable, Value> learnedByBoth(State other) {
        if (reads.isEmpty() || other.reads.isEmpty()) {
            return Map.of();
        }
        Map<Variable, Value> both = new HashMap<>();
        reads.forEach((chain, value) -> other.learned(chain).ifPresent(also -> both.put(chain, value.join(also))));
        return Map.copyOf(both);
    }

    /** Whether both hold the same. */
    boolean same(State other) {
        return reachable == other.reachable
                && Objects.equals(variables, other.variables)
                && Objects.equals(shapes, other.shapes)
                && Objects.equals(reads, other.reads);
    }

    /** Changes every value that it holds itself. */
    void replaceValues(java.util.function.UnaryOperator<Value> change) {
        variables.replaceAll((variable, value) -> change.apply(value));
        reads.forEach((chain, value) -> learn(chain, change.apply(value)));
        shapes.replaceAll((address, shape) -> {
            Map<dev.assistant.runtime.analysis.syntax.ir.Constant, Value> slots =
                    new java.util.LinkedHashMap<>(shape.slots());
            slots.replaceAll((key, value) -> change.apply(value));
            return new Shape(shape.type(), slots, change.apply(shape.rest()), shape.keys(), shape.length());
        });
    }
}
