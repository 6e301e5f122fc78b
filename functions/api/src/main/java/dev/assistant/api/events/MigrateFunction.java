package dev.assistant.api.events;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs once per deployment, before the other functions get the new code: brings the database's schema up to date, whatever
 * the event says.
 */
public final class MigrateFunction implements Function<InputStream, Map<String, Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(MigrateFunction.class);

    private final IntSupplier migrations;

    /** @param migrations applies what is missing and answers how many that were */
    public MigrateFunction(IntSupplier migrations) {
        this.migrations = migrations;
    }

    @Override
    public Map<String, Object> apply(InputStream event) {
        int applied = migrations.getAsInt();
        LOG.info("{} migrations were applied", applied);
        return Map.of("applied", applied);
    }
}
