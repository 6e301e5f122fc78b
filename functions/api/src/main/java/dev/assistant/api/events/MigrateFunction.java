package dev.assistant.api.events;

import dev.assistant.identity.EmailAddress;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the database's schema up to date: once per deployment, before the other functions get the new code. An event
 * {@code {"administrator": "ada@example.com"}}, which only somebody with the right to invoke functions can send, then makes that
 * account an administrator: there is no other way to the first one.
 */
public final class MigrateFunction implements Function<InputStream, Map<String, Object>> {
    private static final Logger LOG = LoggerFactory.getLogger(MigrateFunction.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final IntSupplier migrations;
    private final Predicate<EmailAddress> promote;

    /**
     * @param migrations applies what is missing and answers how many that were
     * @param promote makes the account with an address an administrator and answers whether there is one
     */
    public MigrateFunction(IntSupplier migrations, Predicate<EmailAddress> promote) {
        this.migrations = migrations;
        this.promote = promote;
    }

    /** @throws IllegalArgumentException when the event names no account that exists */
    @Override
    public Map<String, Object> apply(InputStream event) {
        JsonNode administrator = JSON.readTree(event).path("administrator");
        int applied = migrations.getAsInt();
        LOG.info("{} migrations were applied", applied);
        if (administrator.isMissingNode()) {
            return Map.of("applied", applied);
        }
        if (!promote.test(new EmailAddress(administrator.asString("")))) {
            throw new IllegalArgumentException("no account has this address");
        }
        LOG.info("an account was made an administrator");
        return Map.of("applied", applied, "promoted", true);
    }
}
