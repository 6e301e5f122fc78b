package dev.assistant.adapters.postgres;

import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.PostgresEngine;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** Databases of the shared server, migrated, empty. */
final class TestDatabase {
    private TestDatabase() {}

    /** A database that nobody else uses. */
    static DatabaseSettings fresh() {
        return settings(Engines.database(name(), url -> Migrations.apply(settings(url))));
    }

    /** An empty database of an earlier schema. */
    static DatabaseSettings of(int version) {
        DatabaseSettings settings = settings(Engines.postgres().createDatabase(name()));
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .target(String.valueOf(version))
                .load()
                .migrate();
        return settings;
    }

    private static String name() {
        return "t" + UUID.randomUUID().toString().replace("-", "");
    }

    static DatabaseSettings settings(String url) {
        return new DatabaseSettings(url, PostgresEngine.USER, PostgresEngine.PASSWORD);
    }
}
