package dev.assistant.adapters.grant;

import dev.assistant.failure.Failure;

/** What cannot be opened; says neither why nor whose. */
final class Unreadable {
    private Unreadable() {}

    static Failure failure() {
        return new Failure.Conflict(
                "Your access to repositories cannot be read any more. Give it anew in the settings.");
    }
}
