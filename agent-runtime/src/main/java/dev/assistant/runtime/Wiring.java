package dev.assistant.runtime;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.dynamodb.DynamoConnections;
import dev.assistant.adapters.dynamodb.DynamoEventLog;
import dev.assistant.adapters.dynamodb.DynamoTables;
import dev.assistant.adapters.id.TimeOrderedIds;
import dev.assistant.adapters.json.WorkflowCatalogueJson;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.PostgresAnalysedUnits;
import dev.assistant.adapters.postgres.PostgresApprovals;
import dev.assistant.adapters.postgres.PostgresJobTraces;
import dev.assistant.adapters.postgres.PostgresLeases;
import dev.assistant.adapters.postgres.PostgresMemories;
import dev.assistant.adapters.postgres.PostgresProducts;
import dev.assistant.adapters.postgres.PostgresQuotas;
import dev.assistant.adapters.postgres.PostgresRepositoryGrants;
import dev.assistant.adapters.postgres.PostgresReviews;
import dev.assistant.adapters.postgres.PostgresTriages;
import dev.assistant.adapters.postgres.PostgresUsageLedger;
import dev.assistant.adapters.s3.S3Sources;
import dev.assistant.adapters.s3.S3Uploads;
import dev.assistant.adapters.sqs.SqsJobInbox;
import dev.assistant.adapters.sqs.SqsQueue;
import dev.assistant.adapters.websocket.ManagementApiSockets;
import dev.assistant.progress.DeliverEvents;
import dev.assistant.quota.Quotas;
import dev.assistant.review.ConcludeReview;
import dev.assistant.runtime.agent.Agents;
import dev.assistant.runtime.agent.TurnRunner;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.codebase.CodeIndexes;
import dev.assistant.runtime.codebase.embedding.MiniLmEmbedder;
import dev.assistant.runtime.codebase.index.IndexLimits;
import dev.assistant.runtime.codebase.tool.CodeBaseTools;
import dev.assistant.runtime.codebase.tool.WorkspaceCode;
import dev.assistant.runtime.conversation.ConversationEngine;
import dev.assistant.runtime.conversation.WorkflowChats;
import dev.assistant.runtime.deployment.DeploymentPlanning;
import dev.assistant.runtime.document.Documentation;
import dev.assistant.runtime.github.GitHubApi;
import dev.assistant.runtime.github.GrantedAccess;
import dev.assistant.runtime.mcp.BearerToken;
import dev.assistant.runtime.mcp.HttpToolServers;
import dev.assistant.runtime.mcp.ScopeSignature;
import dev.assistant.runtime.mcp.filesystem.FilesystemServer;
import dev.assistant.runtime.mcp.github.GitHubServer;
import dev.assistant.runtime.mcp.memory.MemoryServer;
import dev.assistant.runtime.metrics.WorkerMetrics;
import dev.assistant.runtime.model.ModelGateway;
import dev.assistant.runtime.model.ModelSettings;
import dev.assistant.runtime.model.Models;
import dev.assistant.runtime.net.OutboundHttp;
import dev.assistant.runtime.net.PublicAddresses;
import dev.assistant.runtime.repository.FetchRepository;
import dev.assistant.runtime.repository.PostReview;
import dev.assistant.runtime.research.Research;
import dev.assistant.runtime.review.AgentsReview;
import dev.assistant.runtime.review.CodeReview;
import dev.assistant.runtime.review.ReviewKind;
import dev.assistant.runtime.run.JobRecords;
import dev.assistant.runtime.run.JobWorker;
import dev.assistant.runtime.run.LiveEvents;
import dev.assistant.runtime.run.Timing;
import dev.assistant.runtime.run.WorkerSettings;
import dev.assistant.runtime.source.ObtainFiles;
import dev.assistant.runtime.team.AgentWorkflow;
import dev.assistant.runtime.team.Allowance;
import dev.assistant.runtime.team.Team;
import dev.assistant.runtime.tool.McpToolGateway;
import dev.assistant.runtime.tool.ToolGateway;
import dev.assistant.runtime.trace.JobTracing;
import dev.assistant.runtime.trace.Telemetry;
import dev.assistant.runtime.trace.TracedEvents;
import dev.assistant.runtime.trace.TracedModels;
import dev.assistant.runtime.trace.TracedSockets;
import dev.assistant.runtime.trace.TracedTools;
import dev.assistant.runtime.triage.TriageLessons;
import dev.assistant.runtime.upload.ArchiveLimits;
import dev.assistant.runtime.upload.UnpackTarball;
import dev.assistant.runtime.upload.UnpackUpload;
import dev.assistant.runtime.workflow.Workflow;
import dev.assistant.runtime.workflow.Workflows;
import dev.assistant.runtime.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What is made of what. */
final class Wiring {
    /** For the jobs' own writes, the two watching threads, and one to spare. */
    private static final int CONNECTIONS_BESIDES_JOBS = 3;

    /** Of projects whose next job may come soon. */
    private static final int SPARE_INDEXES = 8;

    private Wiring() {}

    static AgentRuntime wire(Settings settings, AwsClients clients, List<AnalysisEngine> engines) throws IOException {
        InstantSource clock = InstantSource.system();

        // Outside systems
        var dynamoDb = clients.dynamoDb();
        var queue = clients.sqsForLongPolls();
        var objects = clients.s3();
        var gateway = clients.managementApi(settings.socketGateway());
        var database = Database.open(settings.database(), settings.concurrency() + CONNECTIONS_BESIDES_JOBS);

        // Ports
        var tables = new DynamoTables(dynamoDb);
        var sources = new S3Sources(objects, settings.sourceBucket());
        var reviews = new PostgresReviews(database, sources);
        var triages = new PostgresTriages(database);
        var units = new PostgresAnalysedUnits(database);
        var history = new DynamoEventLog(dynamoDb, settings.eventsTable());
        var watchers = new DynamoConnections(dynamoDb, settings.connectionsTable());
        var inbox = new SqsJobInbox(queue, settings.reviewQueue());

        var telemetry = Telemetry.open(System.getenv());
        var tracing = new JobTracing(telemetry, new PostgresJobTraces(database), clock);

        // Tools
        var embedder = new MiniLmEmbedder(2);
        var indexes = new CodeIndexes(embedder, IndexLimits.STANDARD, settings.concurrency() + SPARE_INDEXES);
        var workspaces = new Workspaces(Path.of(System.getProperty("java.io.tmpdir")), indexes::release);
        var outbound =
                new OutboundHttp(new PublicAddresses(Set.of(settings.gitHub().api())));
        var gitHub = new GrantedAccess(
                new GitHubApi(settings.gitHub(), outbound, clock),
                new PostgresRepositoryGrants(database),
                settings.grantKey().seal(clients::kms),
                clock);
        var token = BearerToken.random();
        var signature = new ScopeSignature(clock);
        var servers = HttpToolServers.start(
                List.of(
                        FilesystemServer.at(workspaces::of),
                        GitHubServer.of(gitHub),
                        MemoryServer.of(
                                new PostgresMemories(database), triages, embedder, new TimeOrderedIds(clock), clock),
                        new CodeBaseTools(indexes, embedder, new WorkspaceCode(workspaces::of)).server()),
                settings.mcpPorts().byServer(),
                token,
                signature,
                clock);
        var connected = McpToolGateway.connect(servers.addresses(), token, signature, clock);

        var tools = new TracedTools(connected, tracing);

        // Workflows
        var unpack = new UnpackUpload(
                new S3Uploads(objects, clients.s3Presigner(), settings.sourceBucket()), ArchiveLimits.STANDARD);
        var fetch = new FetchRepository(
                gitHub,
                new UnpackTarball(ArchiveLimits.STANDARD),
                settings.gitHub().hosts());
        var files = new ObtainFiles(reviews, unpack, fetch, new PostReview(gitHub));
        var conclusion = new ConcludeReview();
        var models = Models.open(settings.models(), settings.aws(), new PostgresUsageLedger(database), clock);
        var offered = new ArrayList<Workflow>();
        var working = models.map(open -> team(
                settings.models(),
                new TracedModels(open.gateway(), tracing),
                tools,
                new PostgresQuotas(database),
                clock));
        var agents = Agents.read();
        var lessons = new TriageLessons(triages, clock);
        ReviewKind.all(name -> working.map(team -> new AgentsReview(name, team, agents, lessons)))
                .forEach(kind ->
                        offered.add(new CodeReview(kind, reviews, triages, files, engines, units, conclusion, clock)));
        working.ifPresent(team -> {
            var documentation = new Documentation();
            offered.add(new AgentWorkflow("documentation_generation", team, files, documentation));
            offered.add(new AgentWorkflow("quick_documentation", team, files, documentation));
            offered.add(new AgentWorkflow("deployment", team, files, new DeploymentPlanning()));
            offered.add(new AgentWorkflow("research", team, files, new Research(reviews, workspaces)));
        });
        var catalogue = WorkflowCatalogueJson.read();
        var workflows = new Workflows(offered).covering(models.isPresent() ? catalogue : catalogue.withoutModel());

        // Worker
        var sockets = new TracedSockets(new ManagementApiSockets(gateway), tracing);
        var delivery = new DeliverEvents(history, watchers, sockets, clock);
        var live = new LiveEvents(new TracedEvents(history, tracing), delivery, clock);
        var metrics = new WorkerMetrics(System.out);
        catalogue.workflows().forEach(workflow -> metrics.offers(workflow.name()));
        metrics.gauge("db_connections_active", "Connections in use by this process.", database::activeConnections);
        var records = new JobRecords(
                new PostgresLeases(database),
                reviews,
                new PostgresProducts(database),
                new PostgresApprovals(database),
                live,
                metrics,
                tracing,
                clock);
        var identity = new WorkerSettings(name(), settings.concurrency(), Timing.STANDARD);
        var worker = new JobWorker(identity, inbox, records, workflows);

        return new AgentRuntime(
                engines,
                worker,
                List.of(
                        database::probe,
                        () -> tables.probe(settings.eventsTable()),
                        () -> new SqsQueue(queue, settings.reviewQueue()).probe()),
                Stream.concat(
                                models.stream(),
                                Stream.of(
                                        connected,
                                        servers,
                                        workspaces,
                                        indexes,
                                        embedder,
                                        outbound,
                                        database,
                                        dynamoDb,
                                        queue,
                                        objects,
                                        gateway,
                                        telemetry))
                        .toList(),
                metrics,
                settings.healthPort());
    }

    /** The agents that think with these models. */
    private static Team team(
            ModelSettings settings, ModelGateway models, ToolGateway tools, Quotas quotas, InstantSource clock) {
        TurnRunner runner = new TurnRunner(models, tools, clock);
        return new Team(
                WorkflowChats.read(),
                new ConversationEngine(runner, clock),
                Allowance.of(settings, clock).within(quotas),
                clock);
    }

    /** No two processes have the same, also not one after the other. */
    private static String name() {
        return ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    }
}
