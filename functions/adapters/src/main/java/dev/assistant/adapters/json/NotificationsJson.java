package dev.assistant.adapters.json;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** Which notifications somebody wants, as stored. Thread-safe. */
public final class NotificationsJson {
    private NotificationsJson() {}

    public static String write(Map<String, Boolean> notifications) {
        return WireJson.MAPPER.writeValueAsString(new TreeMap<>(notifications));
    }

    public static Map<String, Boolean> read(String json) {
        return WireJson.MAPPER.readValue(json, new TypeReference<>() {});
    }
}
