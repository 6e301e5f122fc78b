package dev.assistant.adapters.postgres;

import dev.assistant.adapters.settings.Environment;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:postgresql://…}; in the cloud with {@code sslmode=verify-full}
 */
public record DatabaseSettings(String url, String user, String password) {

    /** @throws Environment.MissingSetting when a key is missing */
    public static DatabaseSettings from(Environment environment) {
        return new DatabaseSettings(
                environment.required("DATABASE_URL"),
                environment.required("DATABASE_USER"),
                environment.required("DATABASE_PASSWORD"));
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + user + "]";
    }
}
