package dev.assistant.runtime;

import dev.assistant.adapters.id.TimeOrderedIds;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.PostgresMemories;
import dev.assistant.adapters.postgres.PostgresTriages;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.identity.UserId;
import dev.assistant.runtime.codebase.CodeIndexes;
import dev.assistant.runtime.codebase.embedding.MiniLmEmbedder;
import dev.assistant.runtime.codebase.index.IndexLimits;
import dev.assistant.runtime.codebase.tool.CodeBaseTools;
import dev.assistant.runtime.codebase.tool.WorkspaceCode;
import dev.assistant.runtime.github.GitHubApi;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.mcp.CallScope;
import dev.assistant.runtime.mcp.ServedTool;
import dev.assistant.runtime.mcp.ServedTool.Effect;
import dev.assistant.runtime.mcp.StdioToolServer;
import dev.assistant.runtime.mcp.ToolServer;
import dev.assistant.runtime.mcp.filesystem.FilesystemServer;
import dev.assistant.runtime.mcp.github.GitHubServer;
import dev.assistant.runtime.mcp.memory.MemoryServer;
import dev.assistant.runtime.net.OutboundHttp;
import dev.assistant.runtime.net.PublicAddresses;
import dev.assistant.runtime.workspace.Workspace;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One tool server over standard input and output, for a person's own MCP client: {@code NAME [--write]}. Without {@code --write}
 * tools that change something are refused. {@code filesystem} and {@code codebase} serve the folder they are started in; {@code memory} needs the database's
 * settings and {@code MCP_OWNER}, an account's id, and takes {@code MCP_PROJECT}; {@code github} takes {@code GITHUB_TOKEN}.
 */
public final class McpMain {
    private static final int WRONG_USE = 2;
    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    private McpMain() {}

    public static void main(String[] arguments) throws IOException {
        InstantSource clock = InstantSource.system();
        Environment environment = Environment.ofProcess();
        try {
            ToolServer server = server(arguments.length == 0 ? "" : arguments[0], environment, clock);
            boolean mayWrite = List.of(arguments).contains("--write");
            UserId owner = new UserId(id(environment, "MCP_OWNER").orElse(new UUID(0, 0)));
            Optional<UUID> project = id(environment, "MCP_PROJECT");
            JobId session = new JobId(UUID.randomUUID());
            Set<String> tools = server.tools().stream()
                    .filter(tool -> mayWrite || tool.effect() == Effect.READS)
                    .map(ServedTool::name)
                    .collect(Collectors.toSet());
            StdioToolServer.serve(
                    server,
                    () -> new CallScope(session, owner, project, tools, deadline(clock)),
                    clock,
                    System.in,
                    System.out);
        } catch (IllegalStateException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static ToolServer server(String name, Environment environment, InstantSource clock) throws IOException {
        return switch (name) {
            case "filesystem" -> {
                Workspace folder = Workspace.at(Path.of(""));
                yield FilesystemServer.at(scope -> folder);
            }
            case "github" -> {
                GitHubSettings settings = GitHubSettings.from(environment).openingPrivate();
                GitHubApi own =
                        new GitHubApi(settings, new OutboundHttp(new PublicAddresses(Set.of(settings.api()))), clock);
                yield GitHubServer.of(person -> own);
            }
            case "codebase" -> {
                Workspace folder = Workspace.at(Path.of(""));
                MiniLmEmbedder embedder = new MiniLmEmbedder(2);
                CodeIndexes indexes = new CodeIndexes(embedder, IndexLimits.STANDARD, 1);
                yield new CodeBaseTools(indexes, embedder, new WorkspaceCode(scope -> folder)).server();
            }
            case "memory" -> {
                environment.required("MCP_OWNER");
                Database database = Database.open(DatabaseSettings.from(environment), 2);
                yield MemoryServer.of(
                        new PostgresMemories(database),
                        new PostgresTriages(database),
                        new MiniLmEmbedder(1),
                        new TimeOrderedIds(clock),
                        clock);
            }
            default -> throw new IllegalArgumentException("Name a server: filesystem, codebase, github or memory.");
        };
    }

    private static Optional<UUID> id(Environment environment, String key) {
        return environment.optional(key).map(UUID::fromString);
    }

    private static Instant deadline(InstantSource clock) {
        return clock.instant().plus(LONGEST_CALL);
    }
}
