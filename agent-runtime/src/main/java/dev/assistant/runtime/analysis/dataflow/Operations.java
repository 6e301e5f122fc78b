package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What operators and choices give, as far as it can be calculated. */
final class Operations {
    private final Machine machine;

    Operations(Machine machine) {
        this.machine = machine;
    }

    /** What an operator gives. */
    Value operate(Expression.Operation operation, Frame frame) {
        return switch (operation.operator()) {
            case AND, OR, COALESCE -> decide(operation, frame);
            case NOT -> {
                Constant constant = machine.evaluator()
                        .evaluate(operation.operands().getFirst(), frame)
                        .constant();
                yield Value.of(constant.isKnown() ? Constant.of(!constant.isTruthy()) : Constant.Unknown.VALUE);
            }
            case NEGATE ->
                machine.evaluator()
                                        .evaluate(operation.operands().getFirst(), frame)
                                        .constant()
                                instanceof Constant.Whole number
                        ? Value.of(Constant.of(-number.value()))
                        : Value.UNKNOWN;
            default -> calculate(operation, frame);
        };
    }

    private Value calculate(Expression.Operation operation, Frame frame) {
        Operator operator = operation.operator();
        Value result = machine.evaluator().evaluate(operation.operands().getFirst(), frame);
        boolean keeps = operator == Operator.ADD
                || operator == Operator.REMAINDER
                || operator == Operator.MULTIPLY
                || operator == Operator.DIVIDE;
        for (Expression operand :
                operation.operands().subList(1, operation.operands().size())) {
            Value value = machine.evaluator().evaluate(operand, frame);
            Constant folded = fold(operator, result, value, frame);
            Taint taint = keeps
                    ? machine.evaluator()
                            .content(result, frame)
                            .join(machine.evaluator().content(value, frame))
                    : Taint.NONE;
            Value joinedLists = operator == Operator.ADD
                    ? machine.containers().concatenated(result, value, operation.span(), frame)
                    : Value.UNKNOWN;
            Set<Referent> kept = operator == Operator.DIVIDE ? result.referents() : Set.of();
            result = joinedLists.referents().isEmpty() ? new Value(folded, taint, kept) : joinedLists;
        }
        boolean text = keeps && operator != Operator.DIVIDE;
        return text && result.referents().isEmpty()
                ? result.with(machine.evaluator().built(result.taint(), result.constant(), operation.span(), frame))
                : result;
    }

    private Constant fold(Operator operator, Value left, Value right, Frame frame) {
        Constant text = left.constant();
        if (operator == Operator.REMAINDER && text instanceof Constant.Text) {
            return Folding.filled(text, "%");
        }
        boolean texts = !text.start().isEmpty() || !right.constant().start().isEmpty();
        if (operator != Operator.ADD || !texts) {
            return Folding.fold(operator, text, right.constant());
        }
        Constant begun = text.isKnown() || !text.start().isEmpty()
                ? text
                : Folding.append(Constant.of(""), text, isTrusted(left, frame));
        return Folding.append(begun, right.constant(), isTrusted(right, frame));
    }

    private boolean isTrusted(Value value, Frame frame) {
        return machine.evaluator().content(value, frame).fromOutside().isEmpty();
    }

    /** And, or: the right side is evaluated in what holds when the left did not decide. */
    private Value decide(Expression.Operation operation, Frame frame) {
        boolean goesOnWhen = operation.operator() == Operator.AND;
        List<Expression> operands = operation.operands();
        Value result = machine.evaluator().evaluateTest(operands.getFirst(), frame);
        State decided = frame.state().copy();
        decided.stop();
        for (int i = 1; i < operands.size(); i++) {
            State before = frame.state();
            frame.run().budget().spend(before.size() / 8);
            frame.state(before.copy());
            machine.guards().assume(operands.get(i - 1), !goesOnWhen, frame);
            decided = decided.join(frame.state());
            frame.state(before.copy());
            machine.guards().assume(operands.get(i - 1), goesOnWhen, frame);
            if (!frame.state().isReachable()) {
                break;
            }
            Value value = machine.evaluator().evaluateTest(operands.get(i), frame);
            result = goesOnWhen ? value : result.join(value);
        }
        frame.state(frame.state().join(decided));
        return result.withConstant(foldLogic(operation, frame));
    }

    /** The operand that decides, or the last when all are known. */
    private static Constant foldLogic(Expression.Operation operation, Frame frame) {
        Constant constant = Constant.Unknown.VALUE;
        for (Expression operand : operation.operands()) {
            constant = frame.remembered(operand).constant();
            if (!constant.isKnown() || decides(operation.operator(), constant)) {
                return constant;
            }
        }
        return constant;
    }

    private static boolean decides(Operator operator, Constant constant) {
        return switch (operator) {
            case AND -> !constant.isTruthy();
            case OR -> constant.isTruthy();
            default -> !(constant instanceof Constant.Nothing);
        };
    }

    /** Either of two, each evaluated in what holds when it is chosen. */
    Value choose(Expression.Choice choice, Frame frame) {
        machine.evaluator().evaluateTest(choice.test(), frame);
        State before = frame.state();
        frame.state(before.copy());
        machine.guards().assume(choice.test(), true, frame);
        Optional<Value> then = machine.evaluator().reachable(choice.then(), frame);
        State afterThen = frame.state();
        frame.state(before.copy());
        machine.guards().assume(choice.test(), false, frame);
        Optional<Value> otherwise = machine.evaluator().reachable(choice.otherwise(), frame);
        frame.state(afterThen.join(frame.state()));
        return then.isEmpty()
                ? otherwise.orElse(Value.UNKNOWN)
                : otherwise.map(then.get()::join).orElse(then.get());
    }
}
