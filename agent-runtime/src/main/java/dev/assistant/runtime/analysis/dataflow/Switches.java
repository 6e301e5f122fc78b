package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Operator;
import dev.assistant.runtime.analysis.syntax.ir.Statement;
import java.util.List;
import java.util.Optional;

/** Runs switch and match: branches that a known subject rules out are left out. */
final class Switches {
    private final Machine machine;

    Switches(Machine machine) {
        this.machine = machine;
    }

    void run(Statement.Switch choice, Frame frame) {
        Value subject = machine.evaluator().evaluateTest(choice.subject(), frame);
        Frame.Loop targets = new Frame.Loop();
        frame.loops().push(targets);
        State unmatched = frame.state();
        State after = unmatched.copy();
        after.stop();
        State falling = after;
        boolean decided = false;
        Optional<Statement.Case> otherwise = Optional.empty();
        for (Statement.Case branch : choice.cases()) {
            Match match = decided ? Match.NEVER : match(branch, subject, frame);
            if (branch.isDefault()) {
                otherwise = Optional.of(branch);
            }
            if (branch.isDefault() && !branch.fallsThrough() && !isLast(branch, choice)) {
                continue;
            }
            if (branch.isDefault()) {
                match = decided ? Match.NEVER : Match.MAYBE;
                decided = true;
            }
            State entered = match == Match.NEVER
                    ? falling
                    : enter(branch, choice.subject(), unmatched, frame).join(falling);
            frame.state(entered.copy());
            machine.executor().run(branch.body(), frame);
            falling = branch.fallsThrough() ? frame.state() : stopped(frame.state());
            after = branch.fallsThrough() ? after : after.join(frame.state());
            decided |= match == Match.ALWAYS;
        }
        after = after.join(falling);
        boolean hasDefault = otherwise.isPresent();
        if (!decided && hasDefault && !otherwise.get().fallsThrough()) {
            frame.state(unmatched.copy());
            machine.executor().run(otherwise.get().body(), frame);
            after = after.join(frame.state());
        } else if (!decided && !hasDefault) {
            after = after.join(unmatched);
        }
        frame.loops().pop();
        if (targets.broken.isPresent()) {
            after = after.join(targets.broken.get());
        }
        targets.continued.ifPresent(state -> continueOuter(state, frame));
        frame.state(after);
    }

    private static void continueOuter(State state, Frame frame) {
        if (!frame.loops().isEmpty()) {
            Frame.Loop outer = frame.loops().getFirst();
            outer.continued = Optional.of(outer.continued.map(state::join).orElse(state));
        }
    }

    private static boolean isLast(Statement.Case branch, Statement.Switch choice) {
        return choice.cases().getLast().equals(branch);
    }

    private static State stopped(State state) {
        State stopped = state.copy();
        stopped.stop();
        return stopped;
    }

    private enum Match {
        NEVER,
        MAYBE,
        ALWAYS
    }

    private Match match(Statement.Case branch, Value subject, Frame frame) {
        if (branch.isDefault() || !branch.exact()) {
            return branch.patterns().isEmpty() && branch.guard().isEmpty() ? Match.ALWAYS : Match.MAYBE;
        }
        boolean never = true;
        for (Expression pattern : branch.patterns()) {
            Constant expected = machine.evaluator().quietly(pattern, frame).constant();
            Constant equal = Folding.fold(Operator.EQUAL, subject.constant(), expected);
            if (equal.isKnown() && equal.isTruthy()) {
                return branch.guard().isEmpty() ? Match.ALWAYS : Match.MAYBE;
            }
            never &= equal.isKnown();
        }
        return never ? Match.NEVER : Match.MAYBE;
    }

    private State enter(Statement.Case branch, Expression subject, State unmatched, Frame frame) {
        frame.state(unmatched.copy());
        if (branch.exact() && !branch.patterns().isEmpty()) {
            boolean fixed = branch.patterns().stream()
                    .allMatch(pattern ->
                            machine.evaluator().quietly(pattern, frame).isKnown());
            if (fixed) {
                machine.checks().checked(subject, -1L, frame);
            }
        } else {
            Value value = machine.evaluator().quietly(subject, frame);
            bind(branch.patterns(), value, frame);
        }
        branch.guard().ifPresent(guard -> {
            machine.evaluator().evaluateTest(guard, frame);
            machine.guards().assume(guard, true, frame);
        });
        return frame.state();
    }

    /** Names in a pattern take what they match. */
    private void bind(List<Expression> patterns, Value value, Frame frame) {
        for (Expression pattern : patterns) {
            switch (pattern) {
                case Expression.Name name -> machine.assignments().assign(name, value, frame);
                case Expression.Opaque opaque -> bind(opaque.parts(), value.tainting(), frame);
                case Expression.Call call ->
                    bind(
                            call.arguments().stream()
                                    .map(Expression.Argument::value)
                                    .toList(),
                            value.tainting(),
                            frame);
                case Expression.Sequence sequence -> bind(sequence.elements(), value.tainting(), frame);
                default -> {}
            }
        }
    }
}
