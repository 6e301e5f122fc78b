package dev.assistant.api.harness;

import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.Migrations;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.GrantKeyFile;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.PostgresEngine;
import dev.assistant.testkit.engine.Provision;
import dev.assistant.testkit.function.FunctionSettings;
import dev.assistant.testkit.provider.StandInProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A database, tables, queues, a bucket and keys of their own on the shared engines, as environment variables. */
public final class Surroundings {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Path GRANT_KEY = GrantKeyFile.create();

    private final Map<String, String> environment;

    private Surroundings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Everything there and empty. */
    public static Surroundings fresh() {
        String name = "api" + NUMBER.incrementAndGet();
        Map<String, String> environment = FunctionSettings.fresh(name, Surroundings::migrate);
        signIns(name, environment);
        mails(name, environment);
        bucket(name, environment);
        environment.put("FUNCTION_PROVIDER_SIGN_IN", "providerSignIn");
        providers(environment);
        environment.put("GRANT_KEY_FILE", GRANT_KEY.toString());
        environment.put("BUILD_VERSION", "1.2.3");
        environment.put("BUILD_COMMIT", "abcdef0");
        return new Surroundings(environment);
    }

    /** The same with one thing elsewhere, such as at an address where nothing is. */
    public Surroundings with(String key, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(key, value);
        return new Surroundings(changed);
    }

    /** The same without one setting. */
    public Surroundings without(String key) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.remove(key);
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

    /** Changes rows as no part of the product would, such as their times. */
    public void sql(String statement) {
        try (Connection connection = Engines.postgres().connect(databaseName());
                Statement changes = connection.createStatement()) {
            changes.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets everybody make as many requests again as at first. */
    public void forgetLimits() {
        try (DynamoDbClient client = LocalClients.dynamoDb(Engines.dynamoDb().endpoint())) {
            String table = get("TABLE_LIMITS");
            client.scanPaginator(scan -> scan.tableName(table))
                    .items()
                    .forEach(item ->
                            client.deleteItem(delete -> delete.tableName(table).key(Map.of("key", item.get("key")))));
        }
    }

    private String databaseName() {
        String url = get("DATABASE_URL");
        return url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }

    private static void migrate(String url) {
        Migrations.apply(new DatabaseSettings(url, PostgresEngine.USER, PostgresEngine.PASSWORD));
    }

    private static void signIns(String name, Map<String, String> environment) {
        try (DynamoDbClient client = LocalClients.dynamoDb(Engines.dynamoDb().endpoint())) {
            Provision.signIns(client, name + "-sign-ins");
        }
        environment.put("TABLE_SIGN_INS", name + "-sign-ins");
    }

    private static void providers(Map<String, String> environment) {
        for (String provider : List.of("GOOGLE", "GITHUB")) {
            environment.put("OAUTH_" + provider + "_CLIENT_ID", StandInProvider.CLIENT_ID);
            environment.put("OAUTH_" + provider + "_CLIENT_SECRET", StandInProvider.CLIENT_SECRET);
        }
        environment.put(
                "OAUTH_GOOGLE_URL", Engines.identityProvider().googleUrl().toString());
        environment.put(
                "OAUTH_GITHUB_URL", Engines.identityProvider().githubUrl().toString());
    }

    private static void mails(String name, Map<String, String> environment) {
        try (SqsClient client = LocalClients.sqs(Engines.queues().endpoint())) {
            environment.put("QUEUE_MAILS_URL", Provision.queue(client, name + "-mails", name + "-mails-dead"));
        }
        environment.put("AWS_ENDPOINT_URL_SESV2", Engines.mails().endpoint().toString());
        environment.put("MAIL_SENDER", "Development Assistant <no-reply@example.com>");
    }

    private static void bucket(String name, Map<String, String> environment) {
        try (S3Client client = LocalClients.s3(Engines.objects().endpoint())) {
            Provision.bucket(client, name + "-sources");
        }
        environment.put("AWS_ENDPOINT_URL_S3", Engines.objects().endpoint().toString());
        environment.put("BUCKET_SOURCES", name + "-sources");
    }
}
