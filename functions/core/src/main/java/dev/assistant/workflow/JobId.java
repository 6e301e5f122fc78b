package dev.assistant.workflow;

import java.util.UUID;

/** Identifies one run of a workflow; the same id names it in every part of the API (SPEC section 2). */
public record JobId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
