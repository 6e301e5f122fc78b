package dev.assistant.identity;

/** How the web application looks. */
public enum Theme {
    /** As the device does. */
    SYSTEM,
    LIGHT,
    DARK
}
