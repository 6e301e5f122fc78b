package dev.assistant.adapters.json;

import java.util.Locale;

/** Enum constants by their names in the API, which are the constants' in lower case. */
final class WireNames {
    private WireNames() {}

    static <E extends Enum<E>> E constant(Class<E> type, String id) {
        return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
    }
}
