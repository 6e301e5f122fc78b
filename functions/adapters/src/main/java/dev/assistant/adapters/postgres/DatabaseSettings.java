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

    /** Where figures may be read: a replica's {@code DATABASE_READ_URL} if there is one, with the same user; else the same. */
    public DatabaseSettings forReading(Environment environment) {
        return new DatabaseSettings(environment.optional("DATABASE_READ_URL").orElse(url), user, password);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + user + "]";
    }
}
