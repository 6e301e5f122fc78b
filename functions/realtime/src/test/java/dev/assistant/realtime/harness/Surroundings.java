package dev.assistant.realtime.harness;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.Migrations;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.ObjectStoreEngine;
import dev.assistant.testkit.engine.PostgresEngine;
import dev.assistant.testkit.engine.Provision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A database, tables, queues, a bucket and keys of their own on the shared engines, as environment variables. */
public final class Surroundings {
    public static final String OWN_ORIGIN = "http://localhost:8080";
    public static final String ALLOWED_ORIGIN = "https://editor.example";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path KEYS = writeKeys();

    private final Map<String, String> environment;

    private Surroundings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Everything there and empty. */
    public static Surroundings fresh() {
        String name = "realtime" + NUMBER.incrementAndGet();
        Map<String, String> environment = new HashMap<>();
        database(name, environment);
        tables(name, environment);
        queues(name, environment);
        environment.put("TOKEN_ISSUER", OWN_ORIGIN);
        environment.put("TOKEN_KEYS_FILE", KEYS.toString());
        environment.put("PUBLIC_ORIGIN", OWN_ORIGIN);
        environment.put("ALLOWED_ORIGINS", ALLOWED_ORIGIN);
        environment.put("AWS_REGION", Engines.REGION);
        environment.put("aws.accessKeyId", ObjectStoreEngine.ACCESS_KEY);
        environment.put("aws.secretAccessKey", ObjectStoreEngine.SECRET_KEY);
        return new Surroundings(environment);
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

    private static void database(String name, Map<String, String> environment) {
        environment.put("DATABASE_URL", Engines.database(name, Surroundings::migrate));
        environment.put("DATABASE_USER", PostgresEngine.USER);
        environment.put("DATABASE_PASSWORD", PostgresEngine.PASSWORD);
    }

    private static void migrate(String url) {
        Migrations.apply(new DatabaseSettings(url, PostgresEngine.USER, PostgresEngine.PASSWORD));
    }

    private static void tables(String name, Map<String, String> environment) {
        try (DynamoDbClient client = LocalClients.dynamoDb(Engines.dynamoDb().endpoint())) {
            Provision.tables(client, name + "-connections", name + "-events", name + "-limits");
        }
        environment.put(
                "AWS_ENDPOINT_URL_DYNAMODB", Engines.dynamoDb().endpoint().toString());
        environment.put("TABLE_CONNECTIONS", name + "-connections");
        environment.put("TABLE_EVENTS", name + "-events");
        environment.put("TABLE_LIMITS", name + "-limits");
    }

    private static void queues(String name, Map<String, String> environment) {
        try (SqsClient client = LocalClients.sqs(Engines.queues().endpoint())) {
            environment.put("QUEUE_REVIEWS_URL", Provision.queue(client, name + "-reviews", name + "-dead-letters"));
            environment.put("QUEUE_REPLAY_URL", Provision.queue(client, name + "-replay", name + "-replay-dead"));
        }
        environment.put("QUEUE_DEAD_LETTERS_URL", Engines.queues().queueUrl(name + "-dead-letters"));
        environment.put("AWS_ENDPOINT_URL_SQS", Engines.queues().endpoint().toString());
    }

    private static Path writeKeys() {
        try {
            Path file = Files.createTempFile("token-keys", ".json");
            file.toFile().deleteOnExit();
            JWKSet keys = new JWKSet(new RSAKeyGenerator(2048).keyID("first").generate());
            Files.writeString(file, keys.toString(false));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
