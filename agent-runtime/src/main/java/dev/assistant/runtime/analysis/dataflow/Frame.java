package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.EntryPoint;
import dev.assistant.runtime.analysis.syntax.SourceText;
import dev.assistant.runtime.analysis.syntax.Span;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One activation of a function or module top level while it is run. Not thread-safe. */
public final class Frame {
    private final Scope scope;
    private final Run run;
    private final int depth;
    private final List<EntryPoint> returns;
    private final IdentityHashMap<Expression, Value> values = new IdentityHashMap<>();
    private final Map<String, Expression.Call> origins = new HashMap<>();
    private final List<ReturnSite> returned = new ArrayList<>();
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final Deque<Caught> catchers = new ArrayDeque<>();
    private State state;

    Frame(Scope scope, Run run, int depth, List<EntryPoint> returns, State state) {
        this.scope = scope;
        this.run = run;
        this.depth = depth;
        this.returns = returns;
        this.state = state;
    }

    /** What all activations of one analysed function share. */
    record Run(Budget budget, Deque<Function> active, List<Referent.FunctionReference> discovered) {
        static Run start() {
            return new Run(new Budget(), new ArrayDeque<>(), new ArrayList<>());
        }
    }

    /** A place that returned, and what held there. */
    record ReturnSite(Optional<Expression> expression, Value value, State state) {}

    /** Where break and continue of a loop lead. */
    static final class Loop {
        Optional<State> broken = Optional.empty();
        Optional<State> continued = Optional.empty();
    }

    /** What may hold when a handler begins. */
    static final class Caught {
        Optional<State> state = Optional.empty();
    }

    Scope scope() {
        return scope;
    }

    Run run() {
        return run;
    }

    int depth() {
        return depth;
    }

    /** What a framework uses the result for. */
    List<EntryPoint> returns() {
        return returns;
    }

    State state() {
        return state;
    }

    void state(State now) {
        state = now;
    }

    List<ReturnSite> returned() {
        return returned;
    }

    Deque<Loop> loops() {
        return loops;
    }

    Deque<Caught> catchers() {
        return catchers;
    }

    SubmittedModule module() {
        return scope.module();
    }

    /** The text of the file that is run. */
    public SourceText text() {
        return module().text();
    }

    /** The source of an expression on one line, shortened. */
    public String written(Span span) {
        String text = text().slice(span).strip().replaceAll("\\s+", " ");
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    /** Keeps what an expression was when it was last evaluated, for conditions that speak of it. */
    Value remember(Expression expression, Value value) {
        values.put(expression, value);
        return value;
    }

    Value remembered(Expression expression) {
        return values.getOrDefault(expression, Value.UNKNOWN);
    }

    /** Keeps which call gave a variable its value, for conditions on the variable; none when it was no call. */
    void origin(String name, Optional<Expression.Call> call) {
        call.ifPresentOrElse(from -> origins.put(name, from), () -> origins.remove(name));
    }

    /** The call that gave a variable its value. */
    Optional<Expression.Call> origin(String name) {
        return Optional.ofNullable(origins.get(name));
    }

    /** Whether a function is already being run, so that following it again would not end. */
    boolean isActive(Function function) {
        return run.active().stream().anyMatch(active -> active.equals(function));
    }

    /** What holds after the function: at any return and at its end. */
    State exitState() {
        State exit = state;
        for (ReturnSite site : returned) {
            exit = exit.join(site.state());
        }
        return exit;
    }

    /** What it returns. */
    Value result() {
        return returned.stream().map(ReturnSite::value).reduce(Value::join).orElse(Value.UNKNOWN);
    }

    /** Notes that an exception may start here. */
    void mayThrow() {
        if (!catchers.isEmpty() && state.isReachable()) {
            Caught caught = catchers.getFirst();
            caught.state = Optional.of(caught.state.map(state::join).orElseGet(state::copy));
        }
    }
}
