package dev.assistant.runtime.mcp;

import dev.assistant.runtime.files.Folders;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.StatelessSyncSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;

/**
 * Servers over stateless streamable HTTP, each at a port of its own on the loopback address, path {@code /mcp}, in one servlet
 * container with virtual threads. A request needs the {@linkplain BearerToken token} of this process, a Host that names the
 * server as it is reached, and, from a browser, an Origin of the same (against DNS rebinding). Thread-safe.
 */
public final class HttpToolServers implements AutoCloseable {
    /** Where a server answers on its port. */
    public static final String PATH = "/mcp";

    private static final int LARGEST_REQUEST = 2 * 1024 * 1024;
    private static final String SCOPE = "scope";

    private final BearerToken token;
    private final ScopeSignature signature;
    private final InstantSource clock;
    private final Tomcat tomcat = new Tomcat();
    private final Path folder;
    private final List<McpStatelessSyncServer> running = new ArrayList<>();
    private final Map<String, Connector> connectors = new LinkedHashMap<>();
    private final Map<Integer, HttpServlet> byPort = new ConcurrentHashMap<>();

    private HttpToolServers(BearerToken token, ScopeSignature signature, InstantSource clock) throws IOException {
        this.token = token;
        this.signature = signature;
        this.clock = clock;
        this.folder = Files.createTempDirectory("mcp-servers");
    }

    /**
     * Starts servers.
     *
     * @param ports one for each server's name; 0 for any
     * @param signature the key that scopes are signed with
     * @throws IOException when a port is taken
     */
    public static HttpToolServers start(
            List<ToolServer> servers,
            Map<String, Integer> ports,
            BearerToken token,
            ScopeSignature signature,
            InstantSource clock)
            throws IOException {
        HttpToolServers http = new HttpToolServers(token, signature, clock);
        try {
            servers.forEach(server -> http.listen(server.name(), ports.getOrDefault(server.name(), 0)));
            http.open();
            servers.forEach(http::serve);
            return http;
        } catch (LifecycleException e) {
            http.close();
            throw new IOException("An MCP server cannot listen at its port of " + ports + ".", e);
        }
    }

    /** The addresses of all servers, by name. */
    public Map<String, URI> addresses() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        connectors.keySet().forEach(server -> addresses.put(server, address(server)));
        return addresses;
    }

    /** The address of a server. */
    public URI address(String server) {
        return URI.create("http://127.0.0.1:" + port(server) + PATH);
    }

    private int port(String server) {
        Connector connector = connectors.get(server);
        if (connector == null) {
            throw new IllegalArgumentException("there is no server " + server);
        }
        return connector.getLocalPort();
    }

    private void listen(String server, int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
        connector.setProperty("useVirtualThreads", "true");
        connector.setThrowOnFailure(true);
        connector.setXpoweredBy(false);
        tomcat.getService().addConnector(connector);
        connectors.put(server, connector);
    }

    private void open() throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setSilent(true);
        StandardHost host = (StandardHost) tomcat.getHost();
        host.setErrorReportValveClass(""); // errors are a bare status: no page, no version of anything
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "gate", new Gate(token, byPort));
        context.addServletMappingDecoded("/*", "gate");
        tomcat.start();
    }

    private void serve(ToolServer server) {
        int port = port(server.name());
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .messageEndpoint(PATH)
                .maxRequestSize(LARGEST_REQUEST)
                .contextExtractor(this::context)
                .securityValidator(DefaultServerTransportSecurityValidator.builder()
                        .allowedHosts(List.of("127.0.0.1:" + port, "localhost:" + port))
                        .allowedOrigins(List.of("http://127.0.0.1:" + port, "http://localhost:" + port))
                        .build())
                .build();
        StatelessSyncSpecification specification = McpServer.sync(transport)
                .serverInfo("development-assistant-" + server.name(), "1.0.0")
                .instructions(server.instructions())
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .validateToolInputs(true)
                .immediateExecution(true);
        for (ServedTool served : server.tools()) {
            GuardedTool tool = new GuardedTool(server.name(), served, clock);
            specification.toolCall(
                    SdkTools.described(served), (context, request) -> SdkTools.call(tool, request, scope(context)));
        }
        running.add(specification.build());
        byPort.put(port, transport);
    }

    private McpTransportContext context(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(ScopeSignature.HEADER))
                .flatMap(signature::read)
                .map(scope -> McpTransportContext.create(Map.of(SCOPE, scope)))
                .orElse(McpTransportContext.EMPTY);
    }

    private static Optional<CallScope> scope(McpTransportContext context) {
        return Optional.ofNullable((CallScope) context.get(SCOPE));
    }

    @Override
    public void close() {
        running.forEach(McpStatelessSyncServer::close);
        try {
            tomcat.stop();
            tomcat.destroy();
            Folders.delete(folder);
        } catch (LifecycleException e) {
            throw new IllegalStateException("the MCP servers do not stop", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
