package dev.assistant.identity;

import java.util.UUID;

/** Identifies an account. */
public record UserId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
