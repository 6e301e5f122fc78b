package dev.assistant.adapters.postgres;

import org.flywaydb.core.Flyway;

/** Brings the database's schema to this build's version. Safe to run from several processes at once. */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing, in order.
     *
     * @return how many migrations were applied
     */
    public static int apply(DatabaseSettings settings) {
        return Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .connectRetries(10)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
