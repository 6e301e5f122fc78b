package dev.assistant.review;

import java.util.Locale;

/** How bad the consequence of a finding is, worst first (SPEC section 2). */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO;

    /** The name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One step milder; info stays info. */
    public Severity milder() {
        return switch (this) {
            case CRITICAL -> HIGH;
            case HIGH -> MEDIUM;
            case MEDIUM -> LOW;
            case LOW, INFO -> INFO;
        };
    }

    /** Whether this is the other severity or worse. */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** Whether this is worse than the other. */
    public boolean isWorseThan(Severity other) {
        return compareTo(other) < 0;
    }
}
