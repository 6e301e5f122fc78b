package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.dataflow.model.Cleared;
import dev.assistant.runtime.analysis.dataflow.model.Effect;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Operator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Narrows a state by the outcome of a condition: branches that cannot be taken are cut off, and values that passed a check are
 * no longer untrusted for what the check rules out.
 */
final class Guards {
    /** Names of collections that say that what is in them is fine. */
    private static final Pattern ALLOW_LIST_NAME =
            Pattern.compile("[A-Z][A-Z0-9_]+|(?i).*(allow|permit|valid|white|known|accepted|safe|supported|choices).*");

    /** Methods whose result is checked in place of the text itself. */
    private static final Set<String> NORMALIZERS = Set.of(
            "lower",
            "upper",
            "strip",
            "casefold",
            "lstrip",
            "rstrip",
            "toLowerCase",
            "toUpperCase",
            "trim",
            "toString",
            "intern",
            "ToLower",
            "ToUpper",
            "ToLowerInvariant",
            "ToUpperInvariant",
            "Trim",
            "downcase",
            "upcase",
            "to_s",
            "to_sym");

    /** Functions whose result is checked in place of the text that they are given. */
    private static final Set<String> NORMALIZING_FUNCTIONS = Set.of(
            "ToLower", "ToUpper", "TrimSpace", "strtolower", "strtoupper", "trim", "str", "fspath", "strval", "String");

    private final Machine machine;
    private final IdentityHashMap<Expression.Call, CallSite> sites = new IdentityHashMap<>();
    private final IdentityHashMap<Expression.Call, Followed> followed = new IdentityHashMap<>();

    Guards(Machine machine) {
        this.machine = machine;
    }

    /** A call that was followed into a submitted function: where it returned, and what it was given. */
    private record Followed(Frame frame, List<Expression> parameters, Arguments arguments) {}

    /** Drops what was kept of a function that is done. */
    void forget() {
        sites.clear();
        followed.clear();
    }

    /** Keeps what a call was, for conditions on its result. */
    void remember(CallSite site) {
        sites.put(site.call(), site);
    }

    /** Keeps how a followed call returned, for conditions on its result. */
    void remember(Expression.Call call, Frame frame, List<Expression> parameters, Arguments arguments) {
        followed.put(call, new Followed(frame, parameters, arguments));
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
                if (outcome && isAllowList(element.container(), frame)) {
                    checked(element.key(), Cleared.ALL, frame);
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
            callOf(operands.getFirst(), frame)
                    .map(followed::get)
                    .ifPresent(inner -> assumeFollowed(inner, !equal, frame));
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
            checkedFacet(operands.get(i), operands.get(1 - i), frame);
            if (!constant.alternatives().isEmpty() && !(operands.get(i) instanceof Expression.Literal)) {
                checked(operands.get(i), Cleared.ALL, frame);
                machine.assignments().refine(subject(operands.get(i)), frame, value -> refined(value, constant));
            }
        }
    }

    /** A value that is not a certain text cannot do the harm for which it must be just that. */
    private void assumeOther(List<Expression> operands, Frame frame) {
        for (int i = 0; i < 2; i++) {
            checked(operands.get(i), refused(machine.evaluator().quietly(operands.get(1 - i), frame)), frame);
        }
    }

    private long refused(Value text) {
        return text.constant() instanceof Constant.Text known
                ? machine.library().weaknesses().refusedBy(known.value())
                : Cleared.NONE;
    }

    /** What a value can no longer cause that is not in a collection. */
    private long refusedBy(Expression collection, Frame frame) {
        return machine.evaluator()
                .quietly(collection, frame)
                .all(Referent.Instance.class)
                .map(instance -> frame.state().find(instance.address()))
                .flatMap(Optional::stream)
                .flatMap(shape -> shape.slots().values().stream())
                .mapToLong(this::refused)
                .reduce(Cleared.NONE, (some, more) -> some | more);
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
            checked(operands.get(1), denied(machine.evaluator().quietly(operands.getFirst(), frame)), frame);
            checked(operands.getFirst(), refusedBy(operands.get(1), frame), frame);
        } else if (isAllowList(operands.get(1), frame)) {
            checked(operands.getFirst(), Cleared.ALL, frame);
        } else {
            checkedFacet(operands.get(1), operands.getFirst(), frame);
        }
    }

    /** A part that says where something leads is what the program expects. */
    private void checkedFacet(Expression part, Expression expected, Frame frame) {
        Value known = machine.evaluator().quietly(expected, frame);
        if (machine.evaluator().content(known, frame).fromOutside().isEmpty()) {
            Expression subject = subject(part);
            speakForWhole(subject, facet(subject, frame), frame);
        }
    }

    /** Whether all that a collection can hold is fixed, so that being in it makes a value harmless. */
    private boolean isAllowList(Expression collection, Frame frame) {
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

    private void assumeCall(Expression.Call call, boolean outcome, Frame frame) {
        CallSite site = sites.get(call);
        if (site != null) {
            Api.Outcome wanted = outcome ? Api.Outcome.TRUE : Api.Outcome.FALSE;
            for (Api api : site.apis()) {
                assumeEqual(api, site, outcome, frame);
                for (Api.Validator validator : api.validators()) {
                    if (validator.outcome() == wanted && allows(validator, site, frame)) {
                        site.arguments()
                                .select(validator.selector())
                                .forEach(passed -> checked(passed.expression(), validator, site, frame));
                    }
                    if (validator.kind() == Api.Check.COLLECTION && !outcome) {
                        collection(validator, site)
                                .ifPresent(collection -> site.arguments()
                                        .select(validator.selector())
                                        .forEach(passed -> checked(
                                                passed.expression(),
                                                refusedBy(collection.expression(), frame),
                                                frame)));
                    }
                }
            }
        }
        Followed inner = followed.get(call);
        if (inner != null) {
            assumeFollowed(inner, outcome, frame);
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

    private long clears(Api.Validator validator, CallSite site) {
        return validator.kind() == Api.Check.DENIED && validator.pattern().isPresent()
                ? site.arguments()
                        .first(validator.pattern().get())
                        .map(passed -> denied(passed.value()))
                        .orElse(Cleared.NONE)
                : validator.clears();
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
                        .map(collection -> isAllowList(collection.expression(), frame))
                        .orElse(false);
        };
    }

    private static Optional<Arguments.Passed> collection(Api.Validator validator, CallSite site) {
        return validator.pattern().isPresent()
                ? validator.pattern().flatMap(site.arguments()::first)
                : site.arguments().receiver();
    }

    /**
     * A submitted function said yes or no: what its parameters are at the returns that can give that answer holds for the
     * arguments too.
     */
    private void assumeFollowed(Followed call, boolean outcome, Frame frame) {
        for (int i = 0; i < call.parameters().size(); i++) {
            Expression parameter = call.parameters().get(i);
            Optional<Arguments.Passed> argument = call.arguments().position(i);
            if (argument.isPresent()
                    && parameter instanceof Expression.Name name
                    && !argument.get().value().taint().isEmpty()) {
                Taint left = remaining(call.frame(), name, outcome);
                machine.assignments()
                        .refine(
                                subject(argument.get().expression()),
                                frame,
                                value -> value.with(agreed(value.taint(), left)));
            }
        }
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
                site.expression().ifPresent(expression -> assume(expression, outcome, callee));
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
    private static Taint agreed(Taint taint, Taint left) {
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

    /** Marks a value as checked by a validator, as far as that demands nothing more of it. */
    private void checked(Expression expression, Api.Validator validator, CallSite site, Frame frame) {
        long clears = clears(validator, site);
        if (validator.requires() == Cleared.NONE) {
            checked(expression, clears, frame);
        } else {
            machine.assignments()
                    .refine(
                            subject(expression),
                            frame,
                            value -> value.with(value.taint().clearWhere(validator.requires(), clears)));
            Expression subject = subject(expression);
            boolean fulfilled = machine.evaluator().quietly(subject, frame).taint().flows().stream()
                    .allMatch(flow -> (flow.cleared() & validator.requires()) == validator.requires());
            speakForWhole(subject, fulfilled ? facet(subject, frame) & clears : Cleared.NONE, frame);
        }
    }

    /** Marks a value as checked; a check of a facet speaks for the whole. */
    void checked(Expression expression, long clears, Frame frame) {
        if (clears == Cleared.NONE) {
            return;
        }
        Expression subject = subject(expression);
        machine.assignments().refine(subject, frame, value -> value.with(cleared(value.taint(), clears)));
        speakForWhole(subject, facet(subject, frame), frame);
    }

    /** What is known of a part holds for all data of its sources. */
    private void speakForWhole(Expression part, long facet, Frame frame) {
        if (facet != Cleared.NONE) {
            Set<Source> sources = new HashSet<>();
            machine.evaluator().quietly(part, frame).taint().flows().forEach(flow -> sources.add(flow.source()));
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

    /** What a checked expression speaks of: {@code x.lower() in LIST} speaks of x, and so does {@code x ?? ''}. */
    private Expression subject(Expression expression) {
        Expression at = expression;
        while (true) {
            if (at instanceof Expression.Call call
                    && call.callee() instanceof Expression.Member member
                    && NORMALIZERS.contains(member.name())) {
                at = call.arguments().size() == 1
                                && NORMALIZING_FUNCTIONS.contains(member.name())
                                && machine.traits().severalResults()
                        ? call.arguments().getFirst().value()
                        : member.object();
            } else if (at instanceof Expression.Call call
                    && call.arguments().size() == 1
                    && NORMALIZING_FUNCTIONS.contains(Calls.lastName(call.callee()))) {
                at = call.arguments().getFirst().value();
            } else if (at instanceof Expression.Cast cast) {
                at = cast.value();
            } else if (at instanceof Expression.Operation operation && hasDefault(operation)) {
                at = operation.operands().getFirst();
            } else {
                return at;
            }
        }
    }

    /** Whether it is a value with one written out in its place for when there is none. */
    private static boolean hasDefault(Expression.Operation operation) {
        boolean either = operation.operator() == Operator.COALESCE || operation.operator() == Operator.OR;
        return either
                && operation.operands().size() == 2
                && operation.operands().getLast() instanceof Expression.Literal;
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
}
