package dev.assistant.testkit.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * ElasticMQ, an SQS server, on 127.0.0.1: queues with dead letters, visibility time-outs, long polling, FIFO. With a
 * directory, queues and messages survive a restart (an H2 file). It answers the unmodified SDK client. Thread-safe.
 */
public final class QueueEngine implements AutoCloseable {

    /** The account in queue addresses and ARNs. */
    public static final String ACCOUNT = "000000000000";

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(500);
    private static final Duration POLL = Duration.ofMillis(25);

    private final Function0<Terminated> stop;
    private final URI endpoint;

    private QueueEngine(@Nullable Path directory, String region, int port) {
        int chosen = Loopback.portOrFree(port);
        endpoint = Loopback.http(chosen);
        Set<String> kept = directory == null ? Set.of() : keptQueues(directory);
        stop = new ElasticMQServer(new ElasticMQServerConfig(settings(directory, region, chosen))).start();
        awaitQueues(kept);
    }

    /** Starts an engine without queues, in memory, on any port. */
    public static QueueEngine inMemory(String region) {
        return new QueueEngine(null, region, 0);
    }

    /**
     * Starts an engine that keeps queues and messages.
     *
     * @param directory made when missing
     * @param region the AWS region in the queues' ARNs
     * @param port 1 to 65535, or 0 for any
     */
    public static QueueEngine start(Path directory, String region, int port) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new QueueEngine(directory, region, port);
    }

    private static Config settings(@Nullable Path directory, String region, int port) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "node-address.host", Loopback.HOST,
                "node-address.port", port,
                "rest-sqs.bind-hostname", Loopback.HOST,
                "rest-sqs.bind-port", port,
                "aws.region", region,
                "aws.accountId", ACCOUNT));
        if (directory != null) {
            settings.put("messages-storage.enabled", true);
            settings.put("messages-storage.uri", store(directory));
        }
        return ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load(QueueEngine.class.getClassLoader()));
    }

    /** Written through at once: by default the last second is lost when the JVM is killed. */
    private static String store(Path directory) {
        return "jdbc:h2:" + directory.toAbsolutePath().resolve("queues") + ";WRITE_DELAY=0";
    }

    private static Set<String> keptQueues(Path directory) {
        Set<String> names = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(store(directory));
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists queue (name varchar unique, data blob)");
            try (ResultSet rows = statement.executeQuery("select name from queue")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("could not read the kept queues", e);
        }
    }

    /** The server answers before it has read its store, and would then find queues made meanwhile in its way. */
    private void awaitQueues(Set<String> names) {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        List<String> urls = names.stream().map(this::queueUrl).toList();
        try (SqsClient client = LocalClients.sqs(endpoint)) {
            while (!client.listQueues().queueUrls().containsAll(urls)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("ElasticMQ did not bring back its queues");
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    /** Address for an SDK client's {@code endpointOverride}. */
    public URI endpoint() {
        return endpoint;
    }

    /** Address of a queue, whether or not it exists. */
    public String queueUrl(String name) {
        return endpoint + "/" + ACCOUNT + "/" + name;
    }

    /** Takes a quarter of a second. Does not wait for receivers whose long polls are still open: nobody will hear the answer. */
    @Override
    public void close() {
        Thread stopping = Thread.ofPlatform().daemon().start(stop::apply);
        try {
            stopping.join(STOP_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
