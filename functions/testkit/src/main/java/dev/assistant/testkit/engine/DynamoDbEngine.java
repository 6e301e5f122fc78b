package dev.assistant.testkit.engine;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local on 127.0.0.1, in memory or on disk (SQLite). It answers the unmodified SDK client, for any region and
 * any credentials made of letters and digits, from one shared store.
 *
 * <p>Its own launcher listens on every address and may report usage, so the handler is put on a server of ours. Items
 * past their time to live are not deleted as promptly as one might expect; readers must check the time anyway.
 * Thread-safe.
 */
public final class DynamoDbEngine implements AutoCloseable {

    private final Server server;
    private final LocalDynamoDBRequestHandler requests;
    private final URI endpoint;

    private DynamoDbEngine(@Nullable Path directory, int port) throws Exception {
        String path = directory == null ? null : directory.toAbsolutePath().toString();
        int chosen = Loopback.portOrFree(port);
        requests = new LocalDynamoDBRequestHandler(chosen, directory == null, path, true, false);
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(Loopback.HOST);
        connector.setPort(chosen);
        server.addConnector(connector);
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, null), "/"));
        server.start();
        endpoint = Loopback.http(chosen);
    }

    /** Starts an empty engine in memory on any port. */
    public static DynamoDbEngine inMemory() {
        return open(null, 0);
    }

    /**
     * Starts an engine that keeps its data.
     *
     * @param directory made when missing
     * @param port 1 to 65535, or 0 for any
     */
    public static DynamoDbEngine start(Path directory, int port) {
        return open(directory, port);
    }

    private static DynamoDbEngine open(@Nullable Path directory, int port) {
        try {
            if (directory != null) {
                Files.createDirectories(directory);
            }
            return new DynamoDbEngine(directory, port);
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start: " + e.getMessage(), e);
        }
    }

    /** Address for an SDK client's {@code endpointOverride}. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
            requests.shutdown();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
