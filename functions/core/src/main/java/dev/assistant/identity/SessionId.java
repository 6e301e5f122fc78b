package dev.assistant.identity;

import java.util.UUID;

/** Identifies a signed-in session, which is also a family of refresh tokens. */
public record SessionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
