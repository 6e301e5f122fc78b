package dev.assistant.localstack.gateway;

import dev.assistant.localstack.catalogue.Catalogue;
import dev.assistant.localstack.catalogue.Source;
import dev.assistant.localstack.contract.Routes;
import dev.assistant.localstack.function.FunctionHost;
import dev.assistant.localstack.http.Servers;
import dev.assistant.localstack.part.Part;
import dev.assistant.testkit.engine.Loopback;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** The one host that browsers see: the SPA, the REST API and the sockets. Beside it the management API of the sockets and that of functions. */
public final class Gateway implements Part {

    private final Server site;
    private final Server management;

    private Gateway(Server site, Server management) {
        this.site = site;
        this.management = management;
    }

    /**
     * Where it listens.
     *
     * @param host address to listen on
     * @param port 0 for any
     * @param managementPort on 127.0.0.1, 0 for any
     * @param uploads the origin that pages put uploads to
     */
    public record Address(String host, int port, int managementPort, String uploads) {}

    /**
     * Starts both servers.
     *
     * @param pages directory of the built SPA
     * @param status answers what the management server is asked beside its own paths
     * @param observer is told of requests of the REST API
     */
    public static Gateway start(
            Address address,
            Routes routes,
            Catalogue catalogue,
            FunctionHost functions,
            Path pages,
            Handler status,
            RequestObserver observer) {
        Connections connections = new Connections();
        Server site = Servers.create(address.host(), address.port());
        SocketUpgrade upgrade =
                new SocketUpgrade(catalogue.withSource(Source.WebSocket.class).getFirst(), functions, connections);
        WebSocketUpgradeHandler sockets = WebSocketUpgradeHandler.from(site, upgrade::addTo);
        sockets.setHandler(new Handler.Sequence(
                new RestHandler(routes, catalogue, functions, observer), new StaticSite(pages, address.uploads())));
        site.setHandler(sockets);
        Server management = Servers.start(
                Loopback.HOST,
                address.managementPort(),
                new Handler.Sequence(new ManagementApi(connections), new InvokeApi(catalogue, functions), status));
        return new Gateway(Servers.start(site), management);
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.of(Servers.port(site));
    }

    /** Port of the management API. */
    public int managementPort() {
        return Servers.port(management);
    }

    @Override
    public boolean healthy() {
        return site.isRunning() && management.isRunning();
    }

    @Override
    public void close() {
        Servers.stop(site);
        Servers.stop(management);
    }
}
