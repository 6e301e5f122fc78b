package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Api;
import dev.assistant.runtime.analysis.dataflow.model.Cleared;
import dev.assistant.runtime.analysis.dataflow.model.Effect;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What calls do that do not lead into submitted code. */
final class LibraryCalls {
    private final Machine machine;
    private final Effects effects;

    LibraryCalls(Machine machine) {
        this.machine = machine;
        this.effects = new Effects(machine);
    }

    Value apply(CallSite site, Frame frame) {
        Optional<Value> given = callBack(site, frame);
        if (given.isPresent()) {
            return given.get();
        }
        Value result =
                site.apis().stream().anyMatch(Api::decidesResult) ? described(site, frame) : assumed(site, frame);
        return withFacets(site, withType(site, result, frame));
    }

    private static Value withFacets(CallSite site, Value result) {
        Value faceted = result;
        for (Api api : site.apis()) {
            for (Api.Facet facet : api.facets()) {
                faceted = faceted.with(new Referent.Facet(facet.clears()));
            }
        }
        return faceted;
    }

    private Value described(CallSite site, Frame frame) {
        Value result = effects(site, frame);
        boolean sanitizes =
                site.apis().stream().anyMatch(api -> !api.sanitizers().isEmpty());
        for (Api api : site.apis()) {
            for (Api.Pass pass : api.passes()) {
                result = pass.to().isEmpty() && sanitizes ? result : pass(pass, site, result, frame);
            }
        }
        result = sanitized(site, result, frame);
        for (Api api : site.apis()) {
            for (Api.Source source : api.sources()) {
                result = enter(source, site, result, frame);
            }
        }
        return result;
    }

    private Value effects(CallSite site, Frame frame) {
        Optional<Value> result = Optional.empty();
        for (Api api : site.apis()) {
            for (Effect effect : api.effects()) {
                Value given = effects.apply(effect, site, frame);
                result = Optional.of(result.map(given::join).orElse(given));
            }
        }
        return result.orElse(Value.UNKNOWN);
    }

    private Value enter(Api.Source source, CallSite site, Value result, Frame frame) {
        Taint entered = machine.calls().taint(source, site.call(), frame);
        if (source.into().isEmpty()) {
            return result.with(result.taint().join(entered));
        }
        for (Arguments.Passed filled : site.arguments().select(source.into().get())) {
            machine.assignments()
                    .refine(
                            filled.expression(),
                            frame,
                            value -> value.with(value.taint().join(entered)));
        }
        return result;
    }

    private Value pass(Api.Pass pass, CallSite site, Value result, Frame frame) {
        Taint taint = Taint.NONE;
        for (Arguments.Passed from : site.arguments().select(pass.from())) {
            taint = taint.join(machine.evaluator().content(from.value(), frame));
        }
        Taint moved = taint.restore(pass.restores()).clear(pass.marks());
        if (pass.to().isEmpty()) {
            return result.with(result.taint().join(moved));
        }
        for (Arguments.Passed to : site.arguments().select(pass.to().get())) {
            machine.assignments()
                    .refine(
                            to.expression(),
                            frame,
                            value -> value.with(value.taint().join(moved)));
        }
        return result;
    }

    /** What goes into sanitizers comes out harmless for what all that apply take away. */
    private Value sanitized(CallSite site, Value result, Frame frame) {
        List<Api.Sanitizer> sanitizers =
                site.apis().stream().flatMap(api -> api.sanitizers().stream()).toList();
        if (sanitizers.isEmpty()) {
            return result;
        }
        Taint taint = everything(site, frame);
        Value made = result;
        for (Api.Sanitizer sanitizer : sanitizers) {
            if (Conditions.hold(sanitizer.conditions(), site.arguments(), frame)) {
                taint = taint.clear(clears(sanitizer, site));
                made = sanitizer.begins().isEmpty() ? made : made.withConstant(Constant.beginning(sanitizer.begins()));
            }
        }
        return made.with(made.taint().join(taint));
    }

    private long clears(Api.Sanitizer sanitizer, CallSite site) {
        return sanitizer
                .denied()
                .flatMap(site.arguments()::first)
                .map(Arguments.Passed::value)
                .map(removed -> isRemoval(site) && comesBack(removed.constant())
                        ? Cleared.NONE
                        : machine.exclusions().denied(removed))
                .orElse(sanitizer.clears());
    }

    private static boolean isRemoval(CallSite site) {
        return site.arguments()
                .position(1)
                .map(put -> put.value().constant().equals(Constant.of("")))
                .orElse(false);
    }

    /** Whether taking a text out of another can leave that text again: {@code ....//} without {@code ../} is {@code ../}. */
    private static boolean comesBack(Constant removed) {
        return removed instanceof Constant.Text text
                && IntStream.range(1, text.value().length())
                        .mapToObj(at -> text.value().substring(0, at)
                                + text.value()
                                + text.value().substring(at))
                        .anyMatch(around -> around.replace(text.value(), "").contains(text.value()));
    }

    /** All data that a call gets. */
    private Taint everything(CallSite site, Frame frame) {
        Taint taint = site.arguments()
                .receiver()
                .map(receiver -> machine.evaluator().content(receiver.value(), frame))
                .orElse(Taint.NONE);
        for (Arguments.Passed argument : site.arguments().passed()) {
            taint = taint.join(machine.evaluator().content(argument.value(), frame));
        }
        return taint;
    }

    /** Nothing is known of the function: what a receiver holds is taken to come out, arguments perhaps. */
    private Value assumed(CallSite site, Frame frame) {
        Taint fromReceiver = site.arguments()
                .receiver()
                .map(receiver -> machine.evaluator().content(receiver.value(), frame))
                .orElse(Taint.NONE);
        Taint fromArguments = Taint.NONE;
        for (Arguments.Passed argument : site.arguments().passed()) {
            fromArguments = fromArguments.join(machine.evaluator().content(argument.value(), frame));
        }
        boolean constructs = site.call().constructs();
        return Value.of(fromReceiver.join(constructs ? fromArguments : fromArguments.uncertain()));
    }

    private Value withType(CallSite site, Value result, Frame frame) {
        if (result.isKnown() || !result.referents().isEmpty()) {
            return result;
        }
        for (String symbol : site.symbols()) {
            Optional<String> type = machine.library().type(symbol + "()").or(() -> constructed(symbol, site));
            if (type.isPresent()) {
                Value made = machine.allocate(frame, site.call().span(), shape(type.get(), site, frame));
                return new Value(result.constant(), result.taint(), made.referents());
            }
        }
        return result;
    }

    /** A new object of a type that follows from another, such as a factory, keeps what was set on that. */
    private static Shape shape(String type, CallSite site, Frame frame) {
        boolean inherits = site.apis().stream()
                .flatMap(api -> api.effects().stream())
                .anyMatch(effect -> effect.kind() == Effect.Kind.SELF);
        Shape fresh = Shape.object(type);
        for (Arguments.Passed argument : site.arguments().passed()) {
            if (!argument.name().isEmpty()) {
                fresh = fresh.put(Constant.of(argument.name()), argument.value());
            }
        }
        Shape made = fresh;
        return !inherits
                ? made
                : site.arguments()
                        .receiver()
                        .flatMap(receiver ->
                                receiver.value().all(Referent.Instance.class).findFirst())
                        .flatMap(instance -> frame.state().find(instance.address()))
                        .map(shape -> new Shape(type, shape.slots(), shape.rest(), Shape.UNKNOWN_LENGTH))
                        .orElse(made);
    }

    private Optional<String> constructed(String symbol, CallSite site) {
        String last = symbol.substring(symbol.lastIndexOf('.') + 1);
        boolean byCall = machine.traits().constructsByCall();
        boolean named = byCall
                && !last.isEmpty()
                && Character.isUpperCase(last.charAt(0))
                && site.arguments().receiver().isEmpty();
        return site.call().constructs() || named || (byCall && isClassOfModule(last, site))
                ? Optional.of(symbol)
                : Optional.empty();
    }

    /** {@code module.Class()} where the module is known by its import. */
    private static boolean isClassOfModule(String last, CallSite site) {
        return !last.isEmpty()
                && Character.isUpperCase(last.charAt(0))
                && site.arguments().receiver().isPresent()
                && site.arguments()
                        .receiver()
                        .get()
                        .value()
                        .all(Referent.Symbol.class)
                        .findAny()
                        .isPresent();
    }

    /** Runs functions among the arguments; gives the call's result where theirs say what it is. */
    private Optional<Value> callBack(CallSite site, Frame frame) {
        Optional<Value> given = Optional.empty();
        for (Api api : site.apis()) {
            for (Api.Callback callback : api.callbacks()) {
                if (Conditions.hold(callback.conditions(), site.arguments(), frame)) {
                    Optional<Value> one = callBack(callback, site, frame);
                    given = given.isPresent() ? given : one;
                }
            }
        }
        return given;
    }

    private Optional<Value> callBack(Api.Callback callback, CallSite site, Frame frame) {
        Optional<Value> result = Optional.empty();
        for (Arguments.Passed argument : site.arguments().passed()) {
            for (Referent.FunctionReference function :
                    argument.value().all(Referent.FunctionReference.class).toList()) {
                Value one = callBack(callback, function, site, frame);
                result = Optional.of(result.map(one::join).orElse(one));
            }
        }
        return switch (callback.gives()) {
            case OTHER -> Optional.empty();
            case LIST, CHECKED -> result.map(element -> listOf(element, site, frame));
            case RESULT -> result;
            case KEPT -> result.map(made -> kept(made, site, frame));
        };
    }

    private Value kept(Value made, CallSite site, Frame frame) {
        Optional<Arguments.Passed> receiver = site.arguments().receiver();
        Value key = site.arguments().position(0).map(Arguments.Passed::value).orElse(Value.UNKNOWN);
        if (receiver.isEmpty()) {
            return made;
        }
        Value container = receiver.get().value();
        machine.assignments().mutate(container, frame, shape -> {
            Value known = shape.get(key.constant());
            Value held = known.equals(Value.UNKNOWN) ? made : known.join(made);
            return shape.put(key.constant(), held).keyed(key.taint());
        });
        return machine.containers().element(container, key.constant(), frame);
    }

    private Value listOf(Value element, CallSite site, Frame frame) {
        Shape list = Shape.object(Shape.LIST).put(Constant.Unknown.VALUE, element);
        return machine.allocate(frame, site.call().span(), list);
    }

    private Value callBack(Api.Callback callback, Referent.FunctionReference function, CallSite site, Frame frame) {
        List<Arguments.Passed> passed = new ArrayList<>();
        if (callback.elements().isPresent()) {
            for (Arguments.Passed from :
                    site.arguments().select(callback.elements().get())) {
                if (callback.pairs()) {
                    Value key = machine.containers().anyKey(from.value(), frame);
                    passed.add(new Arguments.Passed("", site.call(), key, false));
                }
                Value element = machine.containers().anyElement(from.value(), frame);
                passed.add(new Arguments.Passed("", site.call(), element, false));
            }
            machine.follows(function.function());
        }
        for (String type : callback.parameterTypes()) {
            Value made = machine.allocate(frame, function.function().span(), Shape.object(type));
            passed.add(new Arguments.Passed("", site.call(), made, false));
        }
        if (!callback.inputTypes().isEmpty()) {
            passed.addAll(machine.inputs().inputs(function.function(), passed.size(), callback.inputTypes(), frame));
        }
        State before = frame.state().copy();
        boolean checks = callback.gives() == Api.Gives.CHECKED && !passed.isEmpty();
        Value result = machine.calls()
                .follow(
                        function,
                        new Arguments(Optional.empty(), passed, Optional.empty()),
                        checks ? Optional.of(site.call()) : Optional.empty(),
                        frame);
        if (checks) {
            result = machine.followedCalls()
                    .passed(site.call(), passed.getFirst().value());
        }
        frame.remember(site.call().callee(), result);
        frame.state(before.join(frame.state()));
        return result;
    }
}
