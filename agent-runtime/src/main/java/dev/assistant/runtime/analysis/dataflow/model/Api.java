package dev.assistant.runtime.analysis.dataflow.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that data files say about one use of one thing.
 *
 * @param receiverName for members of something unknown: what the receiver is called for this to apply
 */
public record Api(
        List<Source> sources,
        List<Sink> sinks,
        List<Sanitizer> sanitizers,
        List<Validator> validators,
        List<Pass> passes,
        List<Effect> effects,
        List<Callback> callbacks,
        List<Facet> facets,
        Optional<Pattern> receiverName) {
    /**
     * Data enters here: in the result, or in an argument that the call fills.
     *
     * @param clears what it cannot cause, because of what it can be
     */
    public record Source(String kind, String words, Optional<Selector> into, long clears) {}

    /**
     * Data does harm here.
     *
     * @param direct whether only the value itself counts, not what a container holds
     * @param parameters whether parameters of functions that nobody calls count, if the weakness takes them at all
     * @param unless data that can no longer cause these does not count
     * @param assumed what must be known of data for it to count when an unknown function only may have passed it on
     */
    public record Sink(
            Selector selector,
            Weakness weakness,
            boolean direct,
            boolean parameters,
            long unless,
            long assumed,
            List<Condition> conditions) {}

    /**
     * The result can no longer cause these.
     *
     * @param denied a text that is taken out; which weaknesses that rules out is said by {@link Weakness#deniedBy()}
     * @param begins what the result is known to begin with; empty when that is not known
     */
    public record Sanitizer(long clears, List<Condition> conditions, Optional<Selector> denied, String begins) {}

    /**
     * When the result is as said, the selected value can no longer cause these.
     *
     * @param pattern where the regular expression is, for checks that use one
     * @param whole whether the expression must match the whole value even without anchors
     * @param requires only data counts that can no longer cause these
     * @param conditions what must hold of the check itself
     */
    public record Validator(
            Selector selector,
            long clears,
            Outcome outcome,
            Check kind,
            Optional<Selector> pattern,
            boolean whole,
            long requires,
            List<Condition> conditions) {}

    /** What a validator's answer depends on. */
    public enum Check {
        PLAIN,
        /** A regular expression, which must be strict. */
        PATTERN,
        /** What the receiver holds, which must be fixed. */
        COLLECTION,
        /** A text that must not be in the value; which weaknesses that rules out is said by {@link Weakness#deniedBy()}. */
        DENIED
    }

    /** Which outcome of a validator means that the value is fine. */
    public enum Outcome {
        TRUE,
        FALSE,
        /** It returns at all. */
        RETURNS
    }

    /**
     * Data moves from the selected values to the result, or into the receiver or an argument.
     *
     * @param restores what it can cause again, because of what it becomes
     * @param marks what is known of it then
     */
    public record Pass(Selector from, Optional<Selector> to, long restores, long marks) {}

    /**
     * Functions among the arguments are called with values of these types.
     *
     * @param elements with each element of which value, before anything else; with no element when empty
     * @param pairs whether the key of each element comes before it
     * @param gives what the call's result has to do with theirs
     * @param inputTypes types of further parameters that are user input, beside classes that only hold data
     */
    public record Callback(
            List<String> parameterTypes,
            Optional<Selector> elements,
            boolean pairs,
            Gives gives,
            List<String> inputTypes,
            List<Condition> conditions) {}

    /** What a call's result has to do with the results of functions that it calls back. */
    public enum Gives {
        /** Nothing. */
        OTHER,
        /** It is a list of their results. */
        LIST,
        /** It is their result, or a list of what their results hold. */
        RESULT,
        /** It is their result, which the receiver keeps under the key that comes first. */
        KEPT,
        /** It holds the elements for which they say yes. */
        CHECKED
    }

    /** A check of the result also speaks for what it was made from: it can then no longer cause these. */
    public record Facet(long clears) {}

    public static Api none() {
        return new Api(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                Optional.empty());
    }

    Api forReceiver(Pattern pattern) {
        return new Api(
                sources, sinks, sanitizers, validators, passes, effects, callbacks, facets, Optional.of(pattern));
    }

    /** Whether it says how data moves to the result. */
    public boolean decidesResult() {
        return !sources.isEmpty() || !sanitizers.isEmpty() || !passes.isEmpty() || !effects.isEmpty();
    }
}
