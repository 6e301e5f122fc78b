package dev.assistant.runtime.mcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assistant.adapters.id.TimeOrderedIds;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.Migrations;
import dev.assistant.adapters.postgres.PostgresMemories;
import dev.assistant.adapters.postgres.PostgresTriages;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.identity.User;
import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.codebase.CodeIndexes;
import dev.assistant.runtime.codebase.embedding.MiniLmEmbedder;
import dev.assistant.runtime.codebase.index.IndexLimits;
import dev.assistant.runtime.codebase.tool.CodeBaseTools;
import dev.assistant.runtime.codebase.tool.WorkspaceCode;
import dev.assistant.runtime.github.GitHubApi;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.mcp.ServedTool.Effect;
import dev.assistant.runtime.mcp.filesystem.FilesystemServer;
import dev.assistant.runtime.mcp.github.GitHubServer;
import dev.assistant.runtime.mcp.memory.MemoryServer;
import dev.assistant.runtime.net.OutboundHttp;
import dev.assistant.runtime.net.PublicAddresses;
import dev.assistant.runtime.workspace.Workspaces;
import dev.assistant.testkit.UserBuilder;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.PostgresEngine;
import dev.assistant.testkit.github.StandInGitHub;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves the servers as the product does, for programs that others wrote: prints each server's name and address, then that of a relay
 * that adds token and scope for a program that cannot send headers, then the headers. Runs until its input ends.
 */
public final class ServeForOutsiders {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Set<String> OWN_HEADERS = Set.of("connection", "content-length", "host", "upgrade");

    private ServeForOutsiders() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        User owner = UserBuilder.aUser().build();
        JobId job = new JobId(UUID.randomUUID());
        Workspaces workspaces = new Workspaces(Path.of(System.getProperty("java.io.tmpdir")));
        workspaces.open(
                job,
                owner.id(),
                List.of(new SourceFile("app/db.py", Language.PYTHON, "def load(id):\n    return id\n")));
        List<ToolServer> offered =
                List.of(FilesystemServer.at(workspaces::of), gitHub(), memory(owner), codeBase(workspaces), fixture());
        BearerToken token = BearerToken.random();
        ScopeSignature signature = new ScopeSignature(CLOCK);
        String scope = signature.sign(new CallScope(
                job,
                owner.id(),
                Optional.empty(),
                offered.stream()
                        .flatMap(server -> server.tools().stream())
                        .map(ServedTool::name)
                        .collect(Collectors.toSet()),
                CLOCK.instant().plus(Duration.ofHours(1))));
        HttpToolServers servers = HttpToolServers.start(offered, Map.of(), token, signature, CLOCK);
        for (ToolServer server : offered) {
            URI relay = relay(servers.address(server.name()), token, scope);
            System.out.println(server.name() + " " + servers.address(server.name()) + " " + relay);
        }
        System.out.println("Authorization: " + token.header());
        System.out.println(ScopeSignature.HEADER + ": " + scope);
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // until whoever started this ends it
        }
        workspaces.close();
        System.exit(0);
    }

    private static ToolServer gitHub() {
        StandInGitHub standIn = StandInGitHub.start()
                .has("/rate_limit", "{\"resources\": {\"core\": {\"limit\": 60, \"remaining\": 59}}}");
        GitHubApi api = new GitHubApi(
                new GitHubSettings(standIn.url(), Optional.empty()),
                new OutboundHttp(new PublicAddresses(Set.of(standIn.url()))),
                CLOCK);
        return GitHubServer.of(person -> api);
    }

    private static ToolServer memory(User owner) {
        DatabaseSettings settings = new DatabaseSettings(
                Engines.postgres().createDatabase("outsiders"), PostgresEngine.USER, PostgresEngine.PASSWORD);
        Migrations.apply(settings);
        Database database = Database.open(settings, 2);
        new PostgresUsers(database).add(owner);
        return MemoryServer.of(
                new PostgresMemories(database),
                new PostgresTriages(database),
                new MiniLmEmbedder(1),
                new TimeOrderedIds(CLOCK),
                CLOCK);
    }

    private static ToolServer codeBase(Workspaces workspaces) throws IOException {
        MiniLmEmbedder embedder = new MiniLmEmbedder(1);
        CodeIndexes indexes = new CodeIndexes(embedder, IndexLimits.STANDARD, 1);
        return new CodeBaseTools(indexes, embedder, new WorkspaceCode(workspaces::of)).server();
    }

    /** The tools that the conformance suite asks for, as far as tools of ours can do that: answer with text, and fail. */
    private static ToolServer fixture() {
        return new ToolServer(
                "fixture",
                "For the conformance suite.",
                List.of(
                        new ServedTool(
                                "test_simple_text",
                                "Answers with a text.",
                                List.of(),
                                Effect.READS,
                                (arguments, scope) -> "This is a simple text response for testing."),
                        new ServedTool("test_error_handling", "Fails.", List.of(), Effect.READS, (arguments, scope) -> {
                            throw new ToolFailure("This tool intentionally returns an error for testing");
                        })));
    }

    private static URI relay(URI to, BearerToken token, String scope) throws IOException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpServer relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = relay.getAddress().getPort();
        relay.createContext("/", exchange -> {
            try (exchange) {
                HttpRequest.Builder request = HttpRequest.newBuilder(to)
                        .method(
                                exchange.getRequestMethod(),
                                BodyPublishers.ofByteArray(
                                        exchange.getRequestBody().readAllBytes()))
                        .header("Authorization", token.header())
                        .header(ScopeSignature.HEADER, scope)
                        .header("Host", host(exchange, port, to));
                exchange.getRequestHeaders().forEach((name, values) -> {
                    if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value.replace(":" + port, ":" + to.getPort())));
                    }
                });
                pass(client.send(request.build(), BodyHandlers.ofByteArray()), exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        relay.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        relay.start();
        return URI.create("http://127.0.0.1:" + port + HttpToolServers.PATH);
    }

    /** The relay's own name becomes the server's, here and in the origin; any other is passed on, to be refused. */
    private static String host(HttpExchange exchange, int port, URI to) {
        String asked = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        boolean isOurs = Stream.of("127.0.0.1:", "localhost:").anyMatch(name -> asked.equals(name + port));
        return isOurs ? to.getAuthority() : asked;
    }

    private static void pass(HttpResponse<byte[]> answer, HttpExchange exchange) throws IOException {
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
