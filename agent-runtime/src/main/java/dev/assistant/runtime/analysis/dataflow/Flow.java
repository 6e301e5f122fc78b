package dev.assistant.runtime.analysis.dataflow;

import java.util.ArrayList;
import java.util.List;

/**
 * Data of one source, and what became of it. Equality leaves the steps out, so that loops come to rest.
 *
 * @param steps the places it passed, source first
 * @param cleared weaknesses that it can no longer cause
 * @param certain whether each step is known to keep it, rather than assumed of an unknown function
 */
record Flow(Source source, List<Step> steps, long cleared, boolean certain) {
    /** Longer paths keep their beginning and their end. */
    private static final int MAX_STEPS = 14;

    static Flow from(Source source) {
        return new Flow(
                source, List.of(new Step(source.text(), source.span(), "comes from " + source.words())), 0, true);
    }

    Flow clear(long weaknesses) {
        return new Flow(source, steps, cleared | weaknesses, certain);
    }

    Flow restore(long weaknesses) {
        return new Flow(source, steps, cleared & ~weaknesses, certain);
    }

    Flow uncertain() {
        return certain ? new Flow(source, steps, cleared, false) : this;
    }

    Flow step(Step step) {
        if (steps.getLast().equals(step)) {
            return this;
        }
        List<Step> longer = new ArrayList<>(steps);
        if (longer.size() >= MAX_STEPS) {
            longer.remove(MAX_STEPS / 2);
        }
        longer.add(step);
        return new Flow(source, List.copyOf(longer), cleared, certain);
    }

    /** The same data by two ways: only what both ways made harmless is harmless. */
    Flow join(Flow other) {
        Flow kept = certain || !other.certain ? this : other;
        return new Flow(source, kept.steps, cleared & other.cleared, certain || other.certain);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flow flow
                && source.equals(flow.source)
                && cleared == flow.cleared
                && certain == flow.certain;
    }

    @Override
    public int hashCode() {
        return source.hashCode() * 31 + Long.hashCode(cleared);
    }
}
