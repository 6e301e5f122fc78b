package dev.assistant.infrastructure.constructs;

import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table's keys; all other attributes are the writer's business. Every table expires its items by the attribute
 * {@code expires_at}, in seconds since 1970.
 */
record TableSchema(String name, Key partition, Optional<Key> sort, List<Index> indexes) {
    /** Who watches which job. */
    static final TableSchema CONNECTIONS = new TableSchema(
            "connections",
            Key.text("job_id"),
            Optional.of(Key.text("connection_id")),
            List.of(new Index("by_connection", Key.text("connection_id"))));

    /** What each job has told, numbered. */
    static final TableSchema EVENTS =
            new TableSchema("events", Key.text("job_id"), Optional.of(Key.number("seq")), List.of());

    /** Counters of requests and sign-in attempts. */
    static final TableSchema LIMITS = new TableSchema("limits", Key.text("key"), Optional.empty(), List.of());

    /** Visits to sign-in providers that have begun, by a hash. */
    static final TableSchema SIGN_INS =
            new TableSchema("sign-ins", Key.text("state_hash"), Optional.empty(), List.of());

    static final String EXPIRY = "expires_at";

    record Key(String name, boolean isNumber) {
        static Key text(String name) {
            return new Key(name, false);
        }

        static Key number(String name) {
            return new Key(name, true);
        }
    }

    record Index(String name, Key partition) {}
}
