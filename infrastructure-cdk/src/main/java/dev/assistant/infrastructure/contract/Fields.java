package dev.assistant.infrastructure.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object of a document, its fields in the order given. {@code Map.of} has another order in every run, which would make
 * CloudFormation see changes where there are none.
 */
public final class Fields {
    private Fields() {}

    /** @param keysAndValues alternating; keys are strings */
    public static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }
}
