package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Calls that were followed into submitted functions, for conditions on what these returned: what a function found out about its
 * parameters holds for the arguments, too.
 */
final class FollowedCalls {
    private final Machine machine;
    private final IdentityHashMap<Expression.Call, Followed> followed = new IdentityHashMap<>();

    FollowedCalls(Machine machine) {
        this.machine = machine;
    }

    /** A call that was followed into a submitted function: where it returned, and what it was given. */
    private record Followed(Frame frame, List<Expression> parameters, Arguments arguments) {}

    /** Drops what was kept of a function that is done. */
    void forget() {
        followed.clear();
    }

    /** Keeps how a followed call returned, for conditions on its result. */
    void remember(Expression.Call call, Frame frame, List<Expression> parameters, Arguments arguments) {
        followed.put(call, new Followed(frame, parameters, arguments));
    }

    /**
     * A submitted function said yes or no: what its parameters are at the returns that can give that answer holds for the
     * arguments too.
     */
    void assume(Expression.Call asked, boolean outcome, Frame frame) {
        Followed call = followed.get(asked);
        if (call == null) {
            return;
        }
        for (int i = 0; i < call.parameters().size(); i++) {
            Expression parameter = call.parameters().get(i);
            Optional<Arguments.Passed> argument = call.arguments().position(i);
            if (argument.isPresent() && parameter instanceof Expression.Name name) {
                narrow(argument.get(), remaining(call.frame(), name, outcome), frame);
            }
        }
    }

    /** A function that gives no result and came back, rather than throw, found its parameters to be what they are at its end. */
    void cameBack(Frame callee, List<Expression> parameters, Arguments arguments, Frame frame) {
        if (!callee.returned().stream().allMatch(site -> site.expression().isEmpty())) {
            return;
        }
        State kept = callee.state();
        callee.state(frame.state());
        for (int i = 0; i < parameters.size(); i++) {
            Optional<Arguments.Passed> argument = arguments.position(i);
            if (argument.isPresent() && parameters.get(i) instanceof Expression.Name parameter) {
                narrow(
                        argument.get(),
                        machine.names().lookup(parameter.name(), callee).taint(),
                        frame);
            }
        }
        callee.state(kept);
    }

    /** What is left of an argument's data after a function looked at it. */
    private void narrow(Arguments.Passed argument, Taint left, Frame frame) {
        if (!argument.value().taint().isEmpty()) {
            machine.assignments()
                    .refine(
                            machine.checks().subject(argument.expression(), frame),
                            frame,
                            value -> value.with(agreed(value.taint(), left)));
        }
    }

    /** What is left of an element when the function that was called back for it said yes. */
    Value passed(Expression.Call call, Value element) {
        Followed inner = followed.remove(call);
        if (inner == null
                || inner.parameters().isEmpty()
                || !(inner.parameters().getFirst() instanceof Expression.Name parameter)) {
            return element;
        }
        return element.with(agreed(element.taint(), remaining(inner.frame(), parameter, true)));
    }

    /** What of a parameter is still untrusted when a function returned this outcome. */
    private Taint remaining(Frame callee, Expression.Name parameter, boolean outcome) {
        Taint left = Taint.NONE;
        State kept = callee.state();
        for (Frame.ReturnSite site : callee.returned()) {
            Constant constant = site.value().constant();
            boolean object = site.value().all(Referent.Instance.class).findAny().isPresent();
            boolean possible = constant.isKnown()
                    ? constant.isTruthy() == outcome
                    : outcome || !object || !machine.traits().severalResults();
            if (possible) {
                callee.state(site.state().copy());
                site.expression().ifPresent(expression -> machine.guards().assume(expression, outcome, callee));
                if (callee.state().isReachable()) {
                    left = left.join(
                            machine.names().lookup(parameter.name(), callee).taint());
                }
            }
        }
        callee.state(kept);
        return left;
    }

    /** The caller's data, with what the callee's checks ruled out. */
    static Taint agreed(Taint taint, Taint left) {
        Taint agreed = Taint.NONE;
        for (Flow flow : taint.flows()) {
            for (Flow remaining : left.flows()) {
                if (remaining.source().equals(flow.source())) {
                    agreed = agreed.join(new Taint(List.of(flow.clear(remaining.cleared()))));
                }
            }
        }
        return agreed;
    }
}
