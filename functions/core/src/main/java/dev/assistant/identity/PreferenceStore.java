package dev.assistant.identity;

import java.time.Instant;

/** Everybody's preferences. Thread-safe. */
public interface PreferenceStore {
    /** Somebody's, or the default. */
    Preferences of(UserId owner);

    /** Replaces somebody's. */
    void put(UserId owner, Preferences preferences, Instant now);
}
