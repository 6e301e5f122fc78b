package dev.assistant.adapters.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values between Java and items. */
final class Attributes {
    private Attributes() {}

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue flag(boolean value) {
        return AttributeValue.fromBool(value);
    }

    static AttributeValue list(List<AttributeValue> values) {
        return AttributeValue.fromL(values);
    }

    /** Milliseconds since 1970, for comparing. */
    static AttributeValue millis(Instant value) {
        return number(value.toEpochMilli());
    }

    /** Seconds since 1970, rounded up: what time to live reads. */
    static AttributeValue seconds(Instant value) {
        return number(value.plusNanos(999_999_999).getEpochSecond());
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return Long.parseLong(required(item, name).n());
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return required(item, name).s();
    }

    static boolean flag(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value != null && Boolean.TRUE.equals(value.bool());
    }

    static List<AttributeValue> list(Map<String, AttributeValue> item, String name) {
        return required(item, name).l();
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("item without " + name);
        }
        return value;
    }
}
