package dev.assistant.id;

import java.util.UUID;

/** Gives fresh identifiers, so that the core stays deterministic under test. Thread-safe. */
@FunctionalInterface
public interface Ids {
    /** A UUID never given before, rising with time (RFC 9562 version 7). */
    UUID next();
}
