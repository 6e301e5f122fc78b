package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Cleared;
import dev.assistant.runtime.analysis.dataflow.model.SourceKind;
import dev.assistant.runtime.analysis.dataflow.model.Weakness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The untrusted data in a value, at most one flow a source. Immutable. */
record Taint(List<Flow> flows) {
    static final Taint NONE = new Taint(List.of());

    /** More sources in one value add nothing to a finding. */
    private static final int MAX_FLOWS = 8;

    static Taint of(Source source) {
        return new Taint(List.of(Flow.from(source)));
    }

    boolean isEmpty() {
        return flows.isEmpty();
    }

    /** What of it is more than a parameter. */
    Taint fromOutside() {
        return new Taint(flows.stream()
                .filter(flow -> !flow.source().kind().equals(SourceKind.PARAMETER))
                .toList());
    }

    /** Whether some of it is more than a parameter. */
    boolean isFromOutside() {
        return !fromOutside().isEmpty();
    }

    Taint join(Taint other) {
        if (flows.isEmpty() || equals(other)) {
            return other.flows.isEmpty() ? this : other.flows.equals(flows) ? this : other;
        }
        if (other.isEmpty()) {
            return this;
        }
        Map<Source, Flow> joined = new LinkedHashMap<>();
        flows.forEach(flow -> joined.put(flow.source(), flow));
        for (Flow flow : other.flows) {
            if (joined.size() < MAX_FLOWS || joined.containsKey(flow.source())) {
                joined.merge(flow.source(), flow, Flow::join);
            }
        }
        return new Taint(List.copyOf(joined.values()));
    }

    Taint clear(long weaknesses) {
        return map(flow -> flow.clear(weaknesses));
    }

    /** Clears weaknesses of those flows that can no longer cause certain others. */
    Taint clearWhere(long alreadyCleared, long weaknesses) {
        return map(flow -> (flow.cleared() & alreadyCleared) == alreadyCleared ? flow.clear(weaknesses) : flow);
    }

    /** What of it can still cause any of these; all of it when there are none. */
    Taint unless(long cleared) {
        return cleared == Cleared.NONE
                ? this
                : new Taint(flows.stream()
                        .filter(flow -> (flow.cleared() & cleared) != cleared)
                        .toList());
    }

    /** What of it is known to be there, and what is assumed of which this much is known. */
    Taint assumedOnly(long known) {
        return known == Cleared.NONE
                ? this
                : new Taint(flows.stream()
                        .filter(flow -> flow.certain() || (flow.cleared() & known) == known)
                        .toList());
    }

    Taint restore(long weaknesses) {
        return weaknesses == Cleared.NONE ? this : map(flow -> flow.restore(weaknesses));
    }

    /** What of it is known to be there. */
    Taint certain() {
        return new Taint(flows.stream().filter(Flow::certain).toList());
    }

    Taint uncertain() {
        return map(Flow::uncertain);
    }

    Taint step(Step step) {
        return map(flow -> flow.step(step));
    }

    private Taint map(UnaryOperator<Flow> change) {
        if (flows.isEmpty()) {
            return this;
        }
        List<Flow> changed = new ArrayList<>(flows.size());
        flows.forEach(flow -> changed.add(change.apply(flow)));
        return new Taint(List.copyOf(changed));
    }

    /** The flow that best shows how this value causes the weakness: certain before assumed, input before parameters. */
    Optional<Flow> causing(Weakness weakness) {
        return flows.stream().filter(flow -> causes(flow, weakness)).min((a, b) -> rank(a) - rank(b));
    }

    private static boolean causes(Flow flow, Weakness weakness) {
        String kind = flow.source().kind();
        boolean counts = kind.equals(SourceKind.PARAMETER)
                && weakness.fromParameters()
                && (flow.cleared() & weakness.parametersMust()) == weakness.parametersMust();
        boolean accepted = weakness.accepts().contains(kind) || counts;
        return accepted && (flow.cleared() & weakness.bit()) == 0;
    }

    private static int rank(Flow flow) {
        return (flow.certain() ? 0 : 1) + (flow.source().kind().equals(SourceKind.PARAMETER) ? 2 : 0);
    }
}
