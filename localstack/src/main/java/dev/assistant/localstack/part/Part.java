package dev.assistant.localstack.part;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/** One running part of the stack. Thread-safe. */
public interface Part extends AutoCloseable {

    /** Unique, lower case. */
    String name();

    /** Process id: the stack's own for what runs inside it. */
    default long pid() {
        return ProcessHandle.current().pid();
    }

    /** Port on 127.0.0.1, where it has one. */
    OptionalInt port();

    /** A page for people, where it has one. */
    default Optional<URI> page() {
        return Optional.empty();
    }

    /** Asks the part itself, within a few seconds. Does not throw: what cannot answer is not healthy. */
    boolean healthy();

    @Override
    void close();
}
