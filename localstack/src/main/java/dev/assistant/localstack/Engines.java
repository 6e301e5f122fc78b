package dev.assistant.localstack;

import dev.assistant.localstack.mail.MailCatcher;
import dev.assistant.localstack.part.Part;
import dev.assistant.testkit.engine.DynamoDbEngine;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.ObjectStoreEngine;
import dev.assistant.testkit.engine.PostgresEngine;
import dev.assistant.testkit.engine.Provision;
import dev.assistant.testkit.engine.QueueEngine;
import dev.assistant.testkit.provider.StandInProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Starts the engines that stand for the cloud's services, side by side, and makes in them what the cloud's stacks make. */
final class Engines {

    private final StackSettings settings;
    private final Progress progress;

    Engines(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** All engines, ready and provided with tables, queues and the bucket. */
    List<Part> start() {
        List<Callable<Part>> starts = List.of(
                () -> progress.step("PostgreSQL", this::postgres),
                () -> progress.step("DynamoDB", this::dynamoDb),
                () -> progress.step("SQS", this::queues),
                () -> progress.step("S3", this::objects),
                () -> progress.step("mail", this::mail),
                () -> progress.step("identity provider", this::identityProvider));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(starts).stream().map(Engines::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Part postgres() {
        if (settings.hasExternalDatabase()) {
            return new Engine(
                    "postgres",
                    OptionalLong.of(0),
                    OptionalInt.of(settings.portOf("DATABASE_URL")),
                    this::databaseAnswers,
                    () -> {});
        }
        int port = settings.portOf("DATABASE_URL");
        PostgresEngine engine = PostgresEngine.start(data("postgres"), port);
        String url = settings.get("DATABASE_URL");
        engine.createDatabase(url.substring(url.lastIndexOf('/') + 1));
        return new Engine(
                "postgres", OptionalLong.of(engine.pid()), OptionalInt.of(port), this::databaseAnswers, engine::close);
    }

    private boolean databaseAnswers() {
        try (Connection connection = DriverManager.getConnection(
                settings.get("DATABASE_URL"), settings.get("DATABASE_USER"), settings.get("DATABASE_PASSWORD"))) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private Part dynamoDb() {
        int port = settings.portOf("AWS_ENDPOINT_URL_DYNAMODB");
        DynamoDbEngine engine = DynamoDbEngine.start(data("dynamodb"), port);
        DynamoDbClient client = LocalClients.dynamoDb(engine.endpoint());
        String connections = settings.get("TABLE_CONNECTIONS");
        String events = settings.get("TABLE_EVENTS");
        String limits = settings.get("TABLE_LIMITS");
        String signIns = settings.get("TABLE_SIGN_INS");
        Provision.tables(client, connections, events, limits);
        Provision.signIns(client, signIns);
        Provision.timeToLive(client, connections, events, limits, signIns);
        return inside("dynamodb", port, () -> client.listTables().hasTableNames(), engine::close);
    }

    private Part queues() {
        int port = settings.portOf("AWS_ENDPOINT_URL_SQS");
        QueueEngine engine = QueueEngine.start(data("sqs"), settings.get("AWS_REGION"), port);
        SqsClient client = LocalClients.sqs(engine.endpoint());
        Map<String, String> deadLetters = Map.of(
                settings.queueName("QUEUE_REVIEWS_URL"),
                settings.queueName("QUEUE_DEAD_LETTERS_URL"),
                settings.queueName("QUEUE_REPLAY_URL"),
                settings.queueName("QUEUE_REPLAY_URL") + "-dead-letters",
                settings.queueName("QUEUE_MAILS_URL"),
                settings.queueName("QUEUE_MAILS_URL") + "-dead-letters");
        deadLetters.forEach((queue, dead) -> Provision.queue(client, queue, dead));
        return inside("sqs", port, () -> client.listQueues().hasQueueUrls(), engine::close);
    }

    private Part objects() {
        int port = settings.portOf("AWS_ENDPOINT_URL_S3");
        ObjectStoreEngine engine = ObjectStoreEngine.start(data("s3"), port, List.of(settings.get("PUBLIC_ORIGIN")));
        S3Client client = LocalClients.s3(engine.endpoint());
        Provision.bucket(client, settings.get("BUCKET_SOURCES"));
        return inside("s3", port, () -> client.listBuckets().hasBuckets(), engine::close);
    }

    private Part mail() {
        return MailCatcher.start(data("mail"), settings.portOf("AWS_ENDPOINT_URL_SESV2"));
    }

    private Part identityProvider() {
        int port = settings.number("LOCAL_PROVIDER_PORT");
        StandInProvider provider = StandInProvider.start(port);
        return inside("identity provider", port, () -> true, provider::close);
    }

    private static Part inside(String name, int port, BooleanSupplier probe, Runnable stop) {
        return new Engine(name, OptionalLong.empty(), OptionalInt.of(port), probe, stop);
    }

    private Path data(String name) {
        return settings.data().resolve("data").resolve(name);
    }

    private static Part result(Future<Part> start) {
        try {
            return start.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException(cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
