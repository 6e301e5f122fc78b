package dev.assistant.adapters.postgres;

import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.PostgresEngine;
import java.util.UUID;

/** Databases of the shared server, migrated, empty. */
final class TestDatabase {
    private static final String TEMPLATE = "adapters_template";

    static {
        Migrations.apply(settings(Engines.postgres().createDatabase(TEMPLATE)));
    }

    private TestDatabase() {}

    /** A database that nobody else uses. */
    static DatabaseSettings fresh() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        return settings(Engines.postgres().createDatabase(name, TEMPLATE));
    }

    static DatabaseSettings settings(String url) {
        return new DatabaseSettings(url, PostgresEngine.USER, PostgresEngine.PASSWORD);
    }
}
