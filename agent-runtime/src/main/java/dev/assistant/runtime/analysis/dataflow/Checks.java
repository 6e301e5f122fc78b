package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.dataflow.model.Cleared;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks data as checked: what a check rules out, of which value, and for which it speaks beside it. */
final class Checks {
    private final Machine machine;
    private final IdentityHashMap<Expression.Call, CallSite> sites = new IdentityHashMap<>();

    Checks(Machine machine) {
        this.machine = machine;
    }

    /** Drops what was kept of a function that is done. */
    void forget() {
        sites.clear();
    }

    /** Keeps what a call was, for conditions on its result. */
    void remember(CallSite site) {
        sites.put(site.call(), site);
    }

    /** What a call was; empty for those that were not evaluated in the function at hand. */
    Optional<CallSite> site(Expression.Call call) {
        return Optional.ofNullable(sites.get(call));
    }

    /** Applies checks that hold because a call returned at all. */
    void returned(CallSite site, Frame frame) {
        for (Api api : site.apis()) {
            for (Api.Validator validator : api.validators()) {
                if (validator.outcome() == Api.Outcome.RETURNS) {
                    site.arguments()
                            .select(validator.selector())
                            .forEach(passed -> checked(passed.expression(), validator, site, frame));
                }
            }
        }
    }

    /** A call said that what it was given is fine. */
    void passed(Api.Validator validator, CallSite site, Frame frame) {
        if (allows(validator, site, frame)) {
            site.arguments()
                    .select(validator.selector())
                    .forEach(passed -> checked(passed.expression(), validator, site, frame));
        }
    }

    /** A call said that what it was given is not in a collection. */
    void notIn(Api.Validator validator, CallSite site, Frame frame) {
        if (validator.kind() == Api.Check.COLLECTION) {
            collection(validator, site)
                    .ifPresent(collection -> site.arguments()
                            .select(validator.selector())
                            .forEach(passed -> checked(
                                    passed.expression(),
                                    machine.exclusions().refusedBy(collection.expression(), frame),
                                    frame)));
        }
    }

    /** A pattern must itself be strict, and a collection fixed, for a match to mean something. */
    private boolean allows(Api.Validator validator, CallSite site, Frame frame) {
        if (!Conditions.hold(validator.conditions(), site.arguments(), frame)) {
            return false;
        }
        return switch (validator.kind()) {
            case PLAIN, DENIED -> true;
            case PATTERN ->
                validator.pattern().isPresent()
                        && site.arguments()
                                .first(validator.pattern().get())
                                .map(passed ->
                                        StrictPattern.isStrict(passed.value().constant(), validator.whole()))
                                .orElse(false);
            case COLLECTION ->
                collection(validator, site)
                        .map(collection -> machine.exclusions().isAllowList(collection.expression(), frame))
                        .orElse(false);
        };
    }

    private long clears(Api.Validator validator, CallSite site) {
        return validator.kind() == Api.Check.DENIED && validator.pattern().isPresent()
                ? site.arguments()
                        .first(validator.pattern().get())
                        .map(passed -> machine.exclusions().denied(passed.value()))
                        .orElse(Cleared.NONE)
                : validator.clears();
    }

    private static Optional<Arguments.Passed> collection(Api.Validator validator, CallSite site) {
        return validator.pattern().isPresent()
                ? validator.pattern().flatMap(site.arguments()::first)
                : site.arguments().receiver();
    }

    /** Marks a value as checked by a validator, as far as that demands nothing more of it. */
    private void checked(Expression expression, Api.Validator validator, CallSite site, Frame frame) {
        long clears = clears(validator, site);
        if (validator.requires() == Cleared.NONE) {
            checked(expression, clears, frame);
        } else {
            machine.assignments()
                    .refine(
                            subject(expression, frame),
                            frame,
                            value -> value.with(value.taint().clearWhere(validator.requires(), clears)));
            Expression subject = subject(expression, frame);
            boolean fulfilled = machine.evaluator().quietly(subject, frame).taint().flows().stream()
                    .allMatch(flow -> (flow.cleared() & validator.requires()) == validator.requires());
            speakForWhole(sources(subject, frame), fulfilled ? facet(subject, frame) & clears : Cleared.NONE, frame);
        }
    }

    /** Marks a value as checked; a check of a facet speaks for the whole. */
    void checked(Expression expression, long clears, Frame frame) {
        if (clears == Cleared.NONE) {
            return;
        }
        Expression subject = subject(expression, frame);
        long facet = facet(subject, frame);
        Set<Source> sources = facet == Cleared.NONE ? Set.of() : sources(subject, frame);
        machine.assignments().refine(subject, frame, value -> value.with(cleared(value.taint(), clears)));
        speakForWhole(sources, facet, frame);
    }

    /** A part that says where something leads is what the program expects. */
    void checkedFacet(Expression part, Expression expected, Frame frame) {
        Value known = machine.evaluator().quietly(expected, frame);
        if (machine.evaluator().content(known, frame).fromOutside().isEmpty()) {
            Expression subject = subject(part, frame);
            speakForWhole(sources(subject, frame), facet(subject, frame), frame);
        }
    }

    /** What an expression speaks of when it is checked. */
    Expression subject(Expression expression, Frame frame) {
        return CheckedSubjects.of(expression, frame, machine.traits());
    }

    private Set<Source> sources(Expression part, Frame frame) {
        Set<Source> sources = new HashSet<>();
        machine.evaluator().quietly(part, frame).taint().flows().forEach(flow -> sources.add(flow.source()));
        return sources;
    }

    /** What is known of a part holds for all data of its sources. */
    private static void speakForWhole(Set<Source> sources, long facet, Frame frame) {
        if (facet != Cleared.NONE) {
            frame.state().replaceValues(value -> value.with(clearedOf(value.taint(), sources, facet)));
        }
    }

    private static Taint cleared(Taint taint, long clears) {
        return clears == Cleared.ALL ? Taint.NONE : taint.clear(clears);
    }

    private static Taint clearedOf(Taint taint, Set<Source> sources, long clears) {
        if (taint.isEmpty()) {
            return taint;
        }
        return new Taint(taint.flows().stream()
                .map(flow -> sources.contains(flow.source()) ? flow.clear(clears) : flow)
                .toList());
    }

    /** What a check of this part of something says about the whole. */
    private long facet(Expression expression, Frame frame) {
        long clears = Cleared.NONE;
        List<Api> apis = List.of();
        if (expression instanceof Expression.Member member) {
            apis = machine.calls().apisOfRead(member, frame);
        } else if (expression instanceof Expression.Call call && sites.containsKey(call)) {
            apis = sites.get(call).apis();
        } else if (expression instanceof Expression.Name name) {
            return facetOf(machine.names().lookup(name.name(), frame));
        }
        for (Api api : apis) {
            for (Api.Facet facet : api.facets()) {
                clears |= facet.clears();
            }
        }
        return clears;
    }

    private static long facetOf(Value value) {
        return value.all(Referent.Facet.class).mapToLong(Referent.Facet::clears).reduce(0, (a, b) -> a | b);
    }
}
