package dev.assistant.analytics;

import dev.assistant.identity.UserId;

/** Everybody's totals. Thread-safe. */
@FunctionalInterface
public interface Totals {
    UserTotals of(UserId owner);
}
