package dev.assistant.api.http;

import dev.assistant.failure.FieldErrors;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object, read by type. What has the wrong type is noted and read as if it were missing; {@link
 * #requireValid} then refuses all of it at once. Unknown fields are ignored. Not thread-safe.
 */
public final class Fields {
    private static final String NO_TEXT = "Give a text.";
    private static final String REQUIRED = "This field is required.";

    private final JsonNode object;
    private final String prefix;
    private final FieldErrors errors;

    private Fields(JsonNode object, String prefix, FieldErrors errors) {
        this.object = object;
        this.prefix = prefix;
        this.errors = errors;
    }

    static Fields of(JsonNode object) {
        return new Fields(object, "", new FieldErrors());
    }

    /** The object as JSON. */
    public String json() {
        return object.toString();
    }

    /** A text that must be there. */
    public String text(String name) {
        return required(name, textIn(name));
    }

    /** A text that may be left out or null. */
    public Optional<String> optionalText(String name) {
        return textIn(name);
    }

    /** Code as submitted: unlike any other text it may hold characters that no text should. */
    public Optional<String> optionalCode(String name) {
        return value(name, JsonNode::isString, NO_TEXT).map(JsonNode::stringValue);
    }

    /** Code that must be there. */
    public String code(String name) {
        return required(name, optionalCode(name));
    }

    /** A text that may be left out (outer empty) or null (inner empty). */
    @SuppressWarnings("OptionalMapToOptional") // a field that is absent and one that is null mean different things
    public Optional<Optional<String>> nullableText(String name) {
        return object.has(name) ? Optional.of(textIn(name)) : Optional.empty();
    }

    /** A UUID that may be left out or null. */
    public Optional<UUID> optionalUuid(String name) {
        return optionalText(name).flatMap(text -> {
            try {
                return Optional.of(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                errors.add(prefix + name, "Give a UUID.");
                return Optional.empty();
            }
        });
    }

    /** A time as RFC 3339 writes it, that may be left out or null. */
    public Optional<Instant> optionalTime(String name) {
        return optionalText(name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
            } catch (DateTimeException e) {
                errors.add(prefix + name, "Give a time such as 2027-01-31T12:00:00Z.");
                return Optional.empty();
            }
        });
    }

    /** A whole number that must be there. */
    public long wholeNumber(String name) {
        Optional<Long> number = optionalWhole(name);
        if (number.isEmpty() && !object.hasNonNull(name)) {
            errors.add(prefix + name, "This field is required.");
        }
        return number.orElse(0L);
    }

    /** A whole number that must be there, though it may be null (empty). */
    public Optional<Long> nullableWhole(String name) {
        requirePresent(name);
        return value(name, node -> node.isIntegralNumber() && node.canConvertToLong(), "Give a whole number, or null.")
                .map(JsonNode::longValue);
    }

    /** A number that must be there, though it may be null (empty). */
    public Optional<BigDecimal> nullableNumber(String name) {
        requirePresent(name);
        return optionalNumber(name);
    }

    /** A number; empty when left out or null. */
    public Optional<BigDecimal> optionalNumber(String name) {
        return value(name, node -> node.isNumber() && Double.isFinite(node.doubleValue()), "Give a number, or null.")
                .map(JsonNode::decimalValue);
    }

    /** True or false, which must be there. */
    public boolean yesOrNo(String name) {
        Optional<Boolean> value = optionalYesOrNo(name);
        if (value.isEmpty() && !object.hasNonNull(name)) {
            errors.add(prefix + name, "This field is required.");
        }
        return value.orElse(false);
    }

    /** True or false, which may be left out or null. */
    public Optional<Boolean> optionalYesOrNo(String name) {
        return value(name, JsonNode::isBoolean, "Give true or false.").map(JsonNode::booleanValue);
    }

    /** True or false, which must be there, though it may be null (empty). */
    public Optional<Boolean> nullableYesOrNo(String name) {
        requirePresent(name);
        return value(name, JsonNode::isBoolean, "Give true, false or null.").map(JsonNode::booleanValue);
    }

    private void requirePresent(String name) {
        if (!object.has(name)) {
            errors.add(prefix + name, "This field is required.");
        }
    }

    /** A list of texts; empty when it is left out or null. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name)) {
            Optional<String> text = text(item, "%s%s[%d]".formatted(prefix, name, texts.size()));
            texts.add(text.orElse(""));
        }
        return texts;
    }

    /** An object of true and false by name; empty when it is left out or null. */
    public Map<String, Boolean> flags(String name) {
        Map<String, Boolean> flags = new TreeMap<>();
        value(name, JsonNode::isObject, "Give an object of true and false.")
                .ifPresent(object -> object.properties().forEach(flag -> {
                    if (flag.getValue().isBoolean()) {
                        flags.put(flag.getKey(), flag.getValue().booleanValue());
                    } else {
                        errors.add(prefix + name + "." + flag.getKey(), "Give true or false.");
                    }
                }));
        return flags;
    }

    /** A list of texts that may be left out (outer empty) or null (inner empty). */
    @SuppressWarnings("OptionalMapToOptional") // a field that is absent and one that is null mean different things
    public Optional<Optional<List<String>>> nullableTexts(String name) {
        if (!object.has(name)) {
            return Optional.empty();
        }
        List<String> texts = texts(name);
        return Optional.of(object.path(name).isNull() ? Optional.empty() : Optional.of(texts));
    }

    /** An object, read by the function, that may be left out (outer empty) or null (inner empty). */
    @SuppressWarnings("OptionalMapToOptional") // a field that is absent and one that is null mean different things
    public <T> Optional<Optional<T>> nullableObject(String name, Function<Fields, T> read) {
        return object.has(name)
                ? Optional.of(value(name, JsonNode::isObject, "Give an object.")
                        .map(node -> read.apply(new Fields(node, prefix + name + ".", errors))))
                : Optional.empty();
    }

    /** An object that must be there, read by the function. */
    public <T> Optional<T> object(String name, Function<Fields, T> read) {
        Optional<T> found = nullableObject(name, read).flatMap(given -> given);
        if (found.isEmpty() && !object.hasNonNull(name)) {
            errors.add(prefix + name, REQUIRED);
        }
        return found;
    }

    /** A whole number that may be left out or null. */
    public Optional<Long> optionalWhole(String name) {
        return value(name, node -> node.isIntegralNumber() && node.canConvertToLong(), "Give a whole number.")
                .map(JsonNode::longValue);
    }

    /** A list of objects that must be there, each read by the function. */
    public <T> List<T> objects(String name, Function<Fields, T> read) {
        Optional<List<T>> objects = optionalObjects(name, read);
        if (objects.isEmpty() && !object.hasNonNull(name)) {
            errors.add(prefix + name, REQUIRED);
        }
        return objects.orElse(List.of());
    }

    /** A list of objects, each read by the function; empty when it is left out or null. */
    public <T> Optional<List<T>> optionalObjects(String name, Function<Fields, T> read) {
        if (value(name, JsonNode::isArray, "Give a list.").isEmpty()) {
            return Optional.empty();
        }
        List<T> objects = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(name)) {
            String path = "%s%s[%d]".formatted(prefix, name, index++);
            if (item.isObject()) {
                objects.add(read.apply(new Fields(item, path + ".", errors)));
            } else {
                errors.add(path, "Give an object.");
            }
        }
        return Optional.of(objects);
    }

    /** @throws dev.assistant.failure.Failure.Invalid naming every field that has the wrong type or is missing */
    public void requireValid() {
        errors.refuseIfAny();
    }

    private String required(String name, Optional<String> text) {
        if (text.isEmpty() && !object.hasNonNull(name)) {
            errors.add(prefix + name, REQUIRED);
        }
        return text.orElse("");
    }

    private Optional<String> textIn(String name) {
        return value(name, JsonNode::isString, NO_TEXT).flatMap(node -> text(node, prefix + name));
    }

    private Optional<String> text(JsonNode node, String path) {
        if (!node.isString()) {
            errors.add(path, NO_TEXT);
            return Optional.empty();
        }
        String text = node.stringValue();
        if (isPlain(text)) {
            return Optional.of(text);
        }
        errors.add(path, "Leave out NUL characters and halves of surrogate pairs.");
        return Optional.empty();
    }

    private Iterable<JsonNode> items(String name) {
        return value(name, JsonNode::isArray, "Give a list.")
                .map(JsonNode::values)
                .orElse(List.of());
    }

    private Optional<JsonNode> value(String name, Function<JsonNode, Boolean> fits, String complaint) {
        JsonNode node = object.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!fits.apply(node)) {
            errors.add(prefix + name, complaint);
            return Optional.empty();
        }
        return Optional.of(node);
    }

    private static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
