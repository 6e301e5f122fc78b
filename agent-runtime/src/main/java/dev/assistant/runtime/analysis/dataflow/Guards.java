package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.dataflow.model.Cleared;
import dev.assistant.runtime.analysis.dataflow.model.Effect;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.List;
import java.util.Optional;

/**
 * Narrows a state by the outcome of a condition: branches that cannot be taken are cut off, and values that passed a check are
 * no longer untrusted for what the check rules out.
 */
final class Guards {
    private final Machine machine;

    Guards(Machine machine) {
        this.machine = machine;
    }

    /** Narrows the frame's state to what holds when a condition, just evaluated, came out as said. */
    void assume(Expression test, boolean outcome, Frame frame) {
        if (!frame.state().isReachable()) {
            return;
        }
        Constant known = test instanceof Expression.Literal literal
                ? literal.value()
                : frame.remembered(test).constant();
        if (known.isKnown() && known.isTruthy() != outcome) {
            frame.state().stop();
            return;
        }
        switch (test) {
            case Expression.Operation operation -> assumeOperation(operation, outcome, frame);
            case Expression.Call call -> assumeCall(call, outcome, frame);
            case Expression.Assignment assignment -> assume(assignment.target(), outcome, frame);
            case Expression.Name name -> {
                frame.origin(name.name()).ifPresent(call -> assumeCall(call, outcome, frame));
                Constant current = machine.names().lookup(name.name(), frame).constant();
                if (current.isKnown() && current.isTruthy() != outcome) {
                    frame.state().stop();
                } else if (!outcome) {
                    machine.assignments().refine(name, frame, value -> value.with(Taint.NONE));
                }
            }
            case Expression.Cast cast -> assume(cast.value(), outcome, frame);
            case Expression.Element element -> {
                if (outcome && machine.exclusions().isAllowList(element.container(), frame)) {
                    machine.checks().checked(element.key(), Cleared.ALL, frame);
                }
            }
            default -> {}
        }
    }

    private void assumeOperation(Expression.Operation operation, boolean outcome, Frame frame) {
        List<Expression> operands = operation.operands();
        switch (operation.operator()) {
            case NOT -> assume(operands.getFirst(), !outcome, frame);
            case AND -> assumeAll(operands, true, outcome, frame);
            case OR -> assumeAll(operands, false, outcome, frame);
            case EQUAL -> assumeEqual(operands, outcome, frame);
            case NOT_EQUAL -> assumeEqual(operands, !outcome, frame);
            case IN -> assumeContained(operands, outcome, frame);
            case NOT_IN -> assumeContained(operands, !outcome, frame);
            default -> {}
        }
    }

    /** Either all operands came out so, or the first that did not decided. */
    private void assumeAll(List<Expression> operands, boolean each, boolean outcome, Frame frame) {
        if (outcome == each) {
            operands.forEach(operand -> assume(operand, each, frame));
            long quoted = machine.library().weaknesses().harmlessQuoted();
            QuotedText.among(operands, each)
                    .toList()
                    .forEach(name -> machine.checks().checked(name, quoted, frame));
            return;
        }
        State undecided = frame.state();
        State joined = undecided.copy();
        joined.stop();
        for (Expression operand : operands) {
            frame.state(undecided.copy());
            assume(operand, !each, frame);
            joined = joined.join(frame.state());
            frame.state(undecided);
            assume(operand, each, frame);
            undecided = frame.state();
        }
        frame.state(joined);
    }

    private void assumeEqual(List<Expression> operands, boolean equal, Frame frame) {
        if (operands.size() == 2 && operands.get(1) instanceof Expression.Literal answer && isAnswer(answer.value())) {
            callOf(operands.getFirst(), frame)
                    .ifPresent(call -> assumeCall(call, answer.value().isTruthy() == equal, frame));
        }
        if (operands.size() == 2 && isNothing(operands.get(1))) {
            callOf(operands.getFirst(), frame).ifPresent(call -> assumeNothing(call, equal, frame));
        }
        if (operands.size() != 2) {
            return;
        }
        if (!equal) {
            assumeOther(operands, frame);
            return;
        }
        for (int i = 0; i < 2; i++) {
            Constant constant =
                    machine.evaluator().quietly(operands.get(1 - i), frame).constant();
            machine.checks().checkedFacet(operands.get(i), operands.get(1 - i), frame);
            if (!constant.alternatives().isEmpty() && !(operands.get(i) instanceof Expression.Literal)) {
                machine.checks().checked(operands.get(i), Cleared.ALL, frame);
                machine.assignments()
                        .refine(
                                machine.checks().subject(operands.get(i), frame),
                                frame,
                                value -> refined(value, constant));
            }
        }
    }

    /** A value that is not a certain text cannot do the harm for which it must be just that. */
    private void assumeOther(List<Expression> operands, Frame frame) {
        for (int i = 0; i < 2; i++) {
            machine.checks()
                    .checked(
                            operands.get(i),
                            machine.exclusions().refused(machine.evaluator().quietly(operands.get(1 - i), frame)),
                            frame);
        }
    }

    /** A function that gives nothing says no; of those of libraries this is known when they look for a pattern. */
    private void assumeNothing(Expression.Call call, boolean nothing, Frame frame) {
        machine.followedCalls().assume(call, !nothing, frame);
        boolean matches = machine.checks().site(call).stream()
                .flatMap(site -> site.apis().stream())
                .flatMap(api -> api.validators().stream())
                .anyMatch(validator -> validator.kind() == Api.Check.PATTERN);
        if (matches) {
            assumeCall(call, !nothing, frame);
        }
    }

    /** Whether a constant is one with which functions say yes or no. */
    private static boolean isAnswer(Constant constant) {
        return constant instanceof Constant.Truth || constant.equals(Constant.of(0)) || constant.equals(Constant.of(1));
    }

    private static boolean isNothing(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() instanceof Constant.Nothing;
    }

    /** The call whose result an expression is. */
    private static Optional<Expression.Call> callOf(Expression expression, Frame frame) {
        return switch (expression) {
            case Expression.Call call -> Optional.of(call);
            case Expression.Name name -> frame.origin(name.name());
            case Expression.Assignment assignment -> callOf(assignment.value(), frame);
            default -> Optional.empty();
        };
    }

    private static Value refined(Value value, Constant constant) {
        return new Value(constant, Taint.NONE, value.referents());
    }

    private void assumeContained(List<Expression> operands, boolean contained, Frame frame) {
        if (operands.size() != 2) {
            return;
        }
        if (!contained) {
            machine.checks()
                    .checked(
                            operands.get(1),
                            machine.exclusions().denied(machine.evaluator().quietly(operands.getFirst(), frame)),
                            frame);
            machine.checks()
                    .checked(operands.getFirst(), machine.exclusions().refusedBy(operands.get(1), frame), frame);
        } else if (machine.exclusions().isAllowList(operands.get(1), frame)) {
            machine.checks().checked(operands.getFirst(), Cleared.ALL, frame);
        } else {
            machine.checks().checkedFacet(operands.get(1), operands.getFirst(), frame);
        }
    }

    private void assumeCall(Expression.Call call, boolean outcome, Frame frame) {
        if (outcome) {
            assumeAllElements(call, frame);
        }
        machine.checks().site(call).ifPresent(site -> assumeLibraryCall(site, outcome, frame));
        machine.followedCalls().assume(call, outcome, frame);
    }

    private void assumeLibraryCall(CallSite site, boolean outcome, Frame frame) {
        Api.Outcome wanted = outcome ? Api.Outcome.TRUE : Api.Outcome.FALSE;
        for (Api api : site.apis()) {
            assumeEqual(api, site, outcome, frame);
            for (Api.Validator validator : api.validators()) {
                if (validator.outcome() == wanted) {
                    machine.checks().passed(validator, site, frame);
                }
                if (!outcome) {
                    machine.checks().notIn(validator, site, frame);
                }
            }
        }
    }

    /** {@code all(check(sign) for sign in text)} speaks of the whole text. */
    private void assumeAllElements(Expression.Call call, Frame frame) {
        if (call.callee() instanceof Expression.Name name
                && name.name().equals("all")
                && call.arguments().size() == 1
                && call.arguments().getFirst().value() instanceof Expression.Comprehension comprehension
                && comprehension.clauses().size() == 1
                && comprehension.clauses().getFirst().conditions().isEmpty()
                && comprehension.clauses().getFirst().target() instanceof Expression.Name element) {
            Expression whole = comprehension.clauses().getFirst().iterable();
            Value value = machine.evaluator().quietly(whole, frame);
            State before = frame.state();
            frame.state(before.copy());
            machine.assignments().set(element.name(), value.tainting(), frame);
            assume(comprehension.element(), true, frame);
            Taint left = machine.names().lookup(element.name(), frame).taint();
            frame.state(before);
            machine.assignments()
                    .refine(
                            machine.checks().subject(whole, frame),
                            frame,
                            known -> known.with(FollowedCalls.agreed(known.taint(), left)));
        }
    }

    /** {@code a.equals(b)} speaks of both. */
    private void assumeEqual(Api api, CallSite site, boolean outcome, Frame frame) {
        for (Effect effect : api.effects()) {
            Optional<Arguments.Passed> other = site.arguments().first(effect.value());
            if (effect.kind() == Effect.Kind.EQUAL
                    && other.isPresent()
                    && site.arguments().receiver().isPresent()) {
                Expression receiver = site.arguments().receiver().get().expression();
                assumeEqual(List.of(receiver, other.get().expression()), outcome, frame);
            }
        }
    }
}
