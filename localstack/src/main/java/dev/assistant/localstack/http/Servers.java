package dev.assistant.localstack.http;

import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty servers whose handlers may block: each request has a virtual thread. */
public final class Servers {

    private Servers() {}

    /** A server that is not started, for handlers that need it while they are made. */
    public static Server create(String host, int port) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.RFC3986);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        return server;
    }

    /** @throws IllegalStateException when the port is taken */
    public static Server start(String host, int port, Handler handler) {
        Server server = create(host, port);
        server.setHandler(handler);
        return start(server);
    }

    public static Server start(Server server) {
        try {
            server.start();
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("a server did not start: " + e.getMessage(), e);
        }
    }

    /** The port it listens on. */
    public static int port(Server server) {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    public static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
