package dev.assistant.testkit.function;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
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
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Environment variables of every function: a database, tables, queues and keys on the shared engines. Thread-safe. */
public final class FunctionSettings {
    public static final String OWN_ORIGIN = "http://localhost:8080";
    public static final String ALLOWED_ORIGIN = "https://editor.example";

    private static final Path KEYS = writeKeys();

    private FunctionSettings() {}

    /**
     * Makes all of it, empty.
     *
     * @param name of the database and the beginning of all other names, that nobody else uses; lower-case letters and digits
     * @param migrate as {@link Engines#database} wants it
     * @return to be changed at will
     */
    public static Map<String, String> fresh(String name, Consumer<String> migrate) {
        Map<String, String> settings = new HashMap<>();
        settings.put("DATABASE_URL", Engines.database(name, migrate));
        settings.put("DATABASE_USER", PostgresEngine.USER);
        settings.put("DATABASE_PASSWORD", PostgresEngine.PASSWORD);
        tables(name, settings);
        queues(name, settings);
        settings.put("TOKEN_ISSUER", OWN_ORIGIN);
        settings.put("TOKEN_KEYS_FILE", KEYS.toString());
        settings.put("PUBLIC_ORIGIN", OWN_ORIGIN);
        settings.put("ALLOWED_ORIGINS", ALLOWED_ORIGIN);
        settings.put("AWS_REGION", Engines.REGION);
        settings.put("aws.accessKeyId", ObjectStoreEngine.ACCESS_KEY);
        settings.put("aws.secretAccessKey", ObjectStoreEngine.SECRET_KEY);
        return settings;
    }

    private static void tables(String name, Map<String, String> settings) {
        try (DynamoDbClient client = LocalClients.dynamoDb(Engines.dynamoDb().endpoint())) {
            Provision.tables(client, name + "-connections", name + "-events", name + "-limits");
        }
        settings.put("AWS_ENDPOINT_URL_DYNAMODB", Engines.dynamoDb().endpoint().toString());
        settings.put("TABLE_CONNECTIONS", name + "-connections");
        settings.put("TABLE_EVENTS", name + "-events");
        settings.put("TABLE_LIMITS", name + "-limits");
    }

    private static void queues(String name, Map<String, String> settings) {
        try (SqsClient client = LocalClients.sqs(Engines.queues().endpoint())) {
            settings.put("QUEUE_REVIEWS_URL", Provision.queue(client, name + "-reviews", name + "-dead-letters"));
            settings.put("QUEUE_REPLAY_URL", Provision.queue(client, name + "-replay", name + "-replay-dead"));
        }
        settings.put("QUEUE_DEAD_LETTERS_URL", Engines.queues().queueUrl(name + "-dead-letters"));
        settings.put("AWS_ENDPOINT_URL_SQS", Engines.queues().endpoint().toString());
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
