package dev.assistant.runtime.analysis.dataflow;

import dev.assistant.runtime.analysis.dataflow.model.Cleared;
import dev.assistant.runtime.analysis.dataflow.model.EntryPoint;
import dev.assistant.runtime.analysis.dataflow.model.SourceKind;
import dev.assistant.runtime.analysis.syntax.ir.ClassDefinition;
import dev.assistant.runtime.analysis.syntax.ir.Constant;
import dev.assistant.runtime.analysis.syntax.ir.Expression;
import dev.assistant.runtime.analysis.syntax.ir.Function;
import dev.assistant.runtime.analysis.syntax.ir.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which parameters frameworks fill with what users send, and makes the values that they then have. */
final class Inputs {
    private static final Set<String> HARMLESS_TYPES = Set.of(
            "int",
            "float",
            "bool",
            "complex",
            "UUID",
            "uuid.UUID",
            "date",
            "datetime",
            "Decimal",
            "timedelta",
            "number",
            "boolean",
            "bigint",
            "Date",
            "long",
            "short",
            "byte",
            "double",
            "char",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Double",
            "Float",
            "Boolean",
            "BigDecimal",
            "BigInteger",
            "LocalDate",
            "LocalDateTime",
            "Instant",
            "Duration",
            "OffsetDateTime",
            "ZonedDateTime",
            "Int",
            "Char",
            "UInt",
            "ULong",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "float32",
            "float64",
            "rune",
            "time.Time",
            "time.Duration",
            "ulong",
            "ushort",
            "decimal",
            "Guid",
            "DateTime",
            "DateTimeOffset",
            "DateOnly",
            "TimeSpan",
            "Int32",
            "Int64",
            "DateTimeImmutable",
            "DateTimeInterface",
            "Literal");

    /** What types extend whose values are all written in the code. */
    private static final Set<String> ENUMS = Set.of("java.lang.Enum", "System.Enum", "enum.Enum");

    private final Machine machine;

    Inputs(Machine machine) {
        this.machine = machine;
    }

    /** Whether values of a type can do no harm, whoever sends them. */
    static boolean isHarmless(String type) {
        return HARMLESS_TYPES.contains(type);
    }

    /** Whether the route says so, as in Flask's {@code /orders/<int:number>}. */
    static boolean isNumber(Parameter parameter, EntryPoint entry, Function function) {
        if (entry.numberInRoute().isEmpty() || parameter.name().isEmpty()) {
            return false;
        }
        Pattern route = Pattern.compile(entry.numberInRoute().replace("NAME", Pattern.quote(parameter.name())));
        return function.annotations().stream()
                .filter(Expression.Call.class::isInstance)
                .flatMap(annotation -> ((Expression.Call) annotation).arguments().stream())
                .anyMatch(argument -> argument.value() instanceof Expression.Literal literal
                        && route.matcher(literal.value().start()).find());
    }

    boolean isInput(Parameter parameter, EntryPoint entry, Frame frame) {
        if (HARMLESS_TYPES.contains(parameter.type())
                || isEnum(parameter.type(), frame)
                || entry.notInputTypes().stream().anyMatch(type -> isOfType(parameter, type, frame))) {
            return false;
        }
        boolean annotated = parameter.annotations().stream()
                .anyMatch(annotation -> isOneOf(annotation, entry.inputAnnotations(), frame));
        boolean injected = Stream.concat(parameter.defaultValue().stream(), parameter.annotations().stream())
                .anyMatch(
                        value -> value instanceof Expression.Call call && isOneOf(call, entry.notInputTypes(), frame));
        boolean fits = entry.inputTypes().isEmpty()
                || entry.inputTypes().contains(parameter.type())
                || isDataClass(parameter.type(), frame);
        return ((entry.inputs() && fits) || annotated) && !injected;
    }

    /** Whether values of a type are one of those that the code lists, since frameworks refuse others. */
    private boolean isEnum(String type, Frame frame) {
        return !type.isEmpty()
                && machine.names()
                        .type(type, frame)
                        .all(Referent.ClassReference.class)
                        .findAny()
                        .isPresent()
                && machine.names().types(machine.names().type(type, frame), frame).stream()
                        .anyMatch(ENUMS::contains);
    }

    /** Whether it only holds data, so that frameworks fill it from a request. */
    private boolean isDataClass(String type, Frame frame) {
        return !type.isEmpty()
                && machine.names()
                        .type(type, frame)
                        .all(Referent.ClassReference.class)
                        .map(reference -> reference.submitted().definition())
                        .anyMatch(definition -> !definition.isAbstract()
                                && definition.supertypes().isEmpty()
                                && !definition.fields().isEmpty()
                                && definition.methods().stream()
                                        .allMatch(method -> method.name().equals(Function.CONSTRUCTOR)));
    }

    /** What a framework passes to a handler from the request, for parameters of these types or of classes that only hold data. */
    List<Arguments.Passed> inputs(Function handler, int from, List<String> types, Frame frame) {
        return handler.parameters().stream()
                .skip(from)
                .map(parameter -> {
                    boolean input = types.contains(parameter.type()) || isDataClass(parameter.type(), frame);
                    Taint taint = input ? source(SourceKind.USER_INPUT, "the request", parameter, frame) : Taint.NONE;
                    Value value =
                            isHarmless(parameter.type()) ? Value.UNKNOWN : shaped(parameter, taint, Map.of(), frame);
                    return new Arguments.Passed("", parameter.target(), value, false);
                })
                .toList();
    }

    private boolean isOfType(Parameter parameter, String type, Frame frame) {
        if (parameter.type().isEmpty()) {
            return false;
        }
        return parameter.type().equals(type.substring(type.lastIndexOf('.') + 1))
                || machine.names()
                        .type(parameter.type(), frame)
                        .all(Referent.Symbol.class)
                        .anyMatch(symbol -> symbol.name().equals(type));
    }

    /** Whether a decorator or annotation is one of these. */
    boolean isOneOf(Expression annotation, Set<String> names, Frame frame) {
        Expression callee = annotation instanceof Expression.Call call ? call.callee() : annotation;
        String last = Calls.lastName(callee);
        if (names.contains("*." + last)) {
            return true;
        }
        Value value = machine.traits().typesByName()
                ? machine.names().type(last, frame)
                : machine.evaluator().quietly(callee, frame);
        if (callee instanceof Expression.Member member) {
            for (String type : machine.names().types(machine.evaluator().quietly(member.object(), frame), frame)) {
                if (names.contains(type + "." + last)) {
                    return true;
                }
            }
        }
        return value.all(Referent.Symbol.class).anyMatch(symbol -> names.contains(symbol.name()));
    }

    static Taint source(String kind, String words, Parameter parameter, Frame frame) {
        return Taint.of(new Source(kind, words, frame.text(), parameter.target().span()));
    }

    /** Texts hold nothing but themselves. */
    private boolean isText(Value value, Frame frame) {
        Set<String> texts = machine.library().lineage("text");
        return machine.names().types(value, frame).stream().anyMatch(texts::contains);
    }

    /** Fields that are declared as numbers and the like are those, whoever made the object; others are untrusted. */
    private void fill(Value object, Taint taint, Map<String, Long> narrows, Frame frame) {
        List<ClassDefinition.Field> fields = machine.names().types(object, frame).stream()
                .flatMap(type -> machine.program().classNamed(type).stream())
                .flatMap(submitted -> submitted.definition().fields().stream())
                .filter(field -> !field.isStatic() && !field.type().isEmpty())
                .toList();
        if (fields.isEmpty()) {
            machine.assignments().mutate(object, frame, shape -> shape.put(Constant.Unknown.VALUE, Value.of(taint)));
        }
        for (ClassDefinition.Field field : fields) {
            boolean harmless = HARMLESS_TYPES.contains(field.type()) || isEnum(field.type(), frame);
            Taint filled = taint.clear(narrows.getOrDefault(field.type(), Cleared.NONE));
            Value value = harmless ? Value.UNKNOWN : Value.of(filled);
            machine.assignments().mutate(object, frame, shape -> shape.put(Constant.of(field.name()), value));
        }
    }

    /**
     * A value of the parameter's type; whatever is read from an object then is untrusted too.
     *
     * @param narrows what fields of a type cannot cause, by the type's name
     */
    Value shaped(Parameter parameter, Taint taint, Map<String, Long> narrows, Frame frame) {
        Value value = Value.of(taint);
        if (parameter.type().isEmpty() || HARMLESS_TYPES.contains(parameter.type())) {
            return value;
        }
        Value typed = machine.calls()
                .typed(value, parameter.type(), parameter.target().span(), frame);
        if (isText(typed, frame)) {
            return value;
        }
        if (!taint.isEmpty()) {
            fill(typed, taint, narrows, frame);
        }
        boolean submitted = machine.names().types(typed, frame).stream()
                .anyMatch(type -> machine.program().classNamed(type).isPresent());
        return submitted ? typed.with(Taint.NONE) : typed;
    }
}
