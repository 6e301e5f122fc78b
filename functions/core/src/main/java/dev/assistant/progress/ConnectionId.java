package dev.assistant.progress;

/** Identifies an open socket, as the gateway named it. */
public record ConnectionId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
