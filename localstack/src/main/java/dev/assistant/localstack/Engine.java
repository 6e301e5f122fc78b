package dev.assistant.localstack;

import dev.assistant.localstack.part.Part;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedded engine as a part of the stack.
 *
 * @param process its own process, if it has one
 * @param probe asks it something; may throw
 */
record Engine(String name, OptionalLong process, OptionalInt port, BooleanSupplier probe, Runnable stop)
        implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    @Override
    public long pid() {
        return process.orElseGet(() -> ProcessHandle.current().pid());
    }

    @Override
    public boolean healthy() {
        try {
            return probe.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("{}: {}", name, e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
