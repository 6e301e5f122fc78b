package dev.assistant.api.users;

import dev.assistant.identity.Preferences;
import dev.assistant.identity.Theme;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Preferences on the wire (SPEC section 2). Grows only by optional fields. */
record PreferencesDocument(String theme, Map<String, Boolean> notifications) {
    static PreferencesDocument of(Preferences preferences) {
        return new PreferencesDocument(name(preferences.theme()), new TreeMap<>(preferences.notifications()));
    }

    static String name(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
