package dev.assistant.realtime.harness;

import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.Migrations;
import dev.assistant.testkit.engine.PostgresEngine;
import dev.assistant.testkit.function.FunctionSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A database, tables, queues and keys of their own on the shared engines, as environment variables. */
public final class Surroundings {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Map<String, String> environment;

    private Surroundings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Everything there and empty. */
    public static Surroundings fresh() {
        return new Surroundings(FunctionSettings.fresh("realtime" + NUMBER.incrementAndGet(), Surroundings::migrate));
    }

    /** The same with one thing elsewhere, such as at an address where nothing is. */
    public Surroundings with(String key, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(key, value);
        return new Surroundings(changed);
    }

    public String get(String key) {
        return environment.getOrDefault(key, "");
    }

    Map<String, String> environment() {
        return environment;
    }

    public DatabaseSettings database() {
        return new DatabaseSettings(get("DATABASE_URL"), get("DATABASE_USER"), get("DATABASE_PASSWORD"));
    }

    private static void migrate(String url) {
        Migrations.apply(new DatabaseSettings(url, PostgresEngine.USER, PostgresEngine.PASSWORD));
    }
}
