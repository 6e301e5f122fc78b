package dev.assistant.runtime.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call, checked against the tool's {@linkplain Input inputs} before. Immutable. */
public final class Arguments {
    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /** What was sent, with defaults where nothing was. */
    static Arguments of(List<Input> inputs, Map<String, Object> sent) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Input input : inputs) {
            Object value = sent.get(input.name());
            if (value == null) {
                value = input.schema().get("default");
            }
            if (value != null) {
                values.put(input.name(), value);
            }
        }
        return new Arguments(values);
    }

    public String text(String name) {
        return (String) required(name);
    }

    public int whole(String name) {
        return ((Number) required(name)).intValue();
    }

    public double number(String name) {
        return ((Number) required(name)).doubleValue();
    }

    public boolean truth(String name) {
        return (Boolean) required(name);
    }

    /** The texts of a list; none when it was left out. */
    public List<String> texts(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    public Optional<String> findText(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    public Optional<Integer> findWhole(String name) {
        return Optional.ofNullable((Number) values.get(name)).map(Number::intValue);
    }

    public Optional<Boolean> findTruth(String name) {
        return Optional.ofNullable((Boolean) values.get(name));
    }

    /** Whether it was sent, or has a default. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    private Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the tool has no argument " + name + ", or it may be left out");
        }
        return value;
    }
}
