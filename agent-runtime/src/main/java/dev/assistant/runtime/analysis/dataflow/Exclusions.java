package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Cleared;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.Optional;
import java.util.regex.Pattern;

/** What data can no longer cause once it is known to be, or not to be, among certain texts. */
final class Exclusions {
    /** Names of collections that say that what is in them is fine. */
    private static final Pattern ALLOW_LIST_NAME =
            Pattern.compile("[A-Z][A-Z0-9_]+|(?i).*(allow|permit|valid|white|known|accepted|safe|supported|choices).*");

    private final Machine machine;

    Exclusions(Machine machine) {
        this.machine = machine;
    }

    /** Whether all that a collection can hold is fixed, so that being in it makes a value harmless. */
    boolean isAllowList(Expression collection, Frame frame) {
        Value value = machine.evaluator().quietly(collection, frame);
        if (!machine.evaluator().content(value, frame).isEmpty()) {
            return false;
        }
        if (value.isKnown()) {
            return true;
        }
        boolean written = collection instanceof Expression.Sequence
                || value.all(Referent.Instance.class)
                        .map(instance -> frame.state().find(instance.address()))
                        .flatMap(Optional::stream)
                        .anyMatch(shape -> !shape.slots().isEmpty()
                                && shape.slots().values().stream().allMatch(Value::isKnown));
        return written || ALLOW_LIST_NAME.matcher(Calls.lastName(collection)).matches();
    }

    /** What a value can no longer cause when this text is not in it. */
    long denied(Value text) {
        return text.constant() instanceof Constant.Text known
                ? machine.library().weaknesses().deniedBy(known.value())
                : Cleared.NONE;
    }

    /** What a value can no longer cause that is not this text. */
    long refused(Value text) {
        return text.constant() instanceof Constant.Text known
                ? machine.library().weaknesses().refusedBy(known.value())
                : Cleared.NONE;
    }

    /** What a value can no longer cause that is not in a collection. */
    long refusedBy(Expression collection, Frame frame) {
        return machine.evaluator()
                .quietly(collection, frame)
                .all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .flatMap(shape -> shape.slots().values().stream())
                .mapToLong(this::refused)
                .reduce(Cleared.NONE, (some, more) -> some | more);
    }
}
