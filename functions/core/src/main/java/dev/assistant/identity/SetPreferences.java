package dev.assistant.identity;

import java.time.InstantSource;

/** Replaces somebody's preferences. Thread-safe. */
public final class SetPreferences {
    private final PreferenceStore store;
    private final InstantSource clock;

    public SetPreferences(PreferenceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @throws dev.assistant.failure.Failure.Invalid when they cannot be */
    public void set(UserId owner, Preferences preferences) {
        preferences.check();
        store.put(owner, preferences, clock.instant());
    }
}
