package dev.assistant.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.adapters.aws.AwsSettings;
import dev.assistant.adapters.dynamodb.DynamoConnections;
import dev.assistant.adapters.dynamodb.DynamoEventLog;
import dev.assistant.adapters.grant.FileTokenSeal;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.DatabaseSettings;
import dev.assistant.adapters.postgres.Migrations;
import dev.assistant.adapters.postgres.PostgresAnalysedUnits;
import dev.assistant.adapters.postgres.PostgresApprovals;
import dev.assistant.adapters.postgres.PostgresJobTraces;
import dev.assistant.adapters.postgres.PostgresJobs;
import dev.assistant.adapters.postgres.PostgresLeases;
import dev.assistant.adapters.postgres.PostgresProducts;
import dev.assistant.adapters.postgres.PostgresRepositoryGrants;
import dev.assistant.adapters.postgres.PostgresRetries;
import dev.assistant.adapters.postgres.PostgresReviews;
import dev.assistant.adapters.postgres.PostgresTriages;
import dev.assistant.adapters.postgres.PostgresTurns;
import dev.assistant.adapters.postgres.PostgresUploads;
import dev.assistant.adapters.postgres.PostgresUsageLedger;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.adapters.s3.S3Sources;
import dev.assistant.adapters.s3.S3Uploads;
import dev.assistant.adapters.settings.Environment;
import dev.assistant.adapters.sqs.SqsJobInbox;
import dev.assistant.adapters.sqs.SqsJobQueue;
import dev.assistant.adapters.sqs.SqsQueue;
import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.model.UsageLedger;
import dev.assistant.progress.Connection;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.DeliverEvents;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.progress.Sockets;
import dev.assistant.repository.RepositoryGrants;
import dev.assistant.repository.TokenSeal;
import dev.assistant.review.ConcludeReview;
import dev.assistant.review.Language;
import dev.assistant.review.ReviewReport;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.agent.Agents;
import dev.assistant.runtime.analysis.AnalysisEngine;
import dev.assistant.runtime.github.GitHubAccess;
import dev.assistant.runtime.github.GitHubSettings;
import dev.assistant.runtime.github.GrantedAccess;
import dev.assistant.runtime.metrics.WorkerMetrics;
import dev.assistant.runtime.review.AgentsReview;
import dev.assistant.runtime.review.CodeReview;
import dev.assistant.runtime.review.ReviewKind;
import dev.assistant.runtime.source.Obtaining;
import dev.assistant.runtime.team.Team;
import dev.assistant.runtime.trace.JobTracing;
import dev.assistant.runtime.trace.TracedEvents;
import dev.assistant.runtime.trace.TracedSockets;
import dev.assistant.runtime.triage.TriageLessons;
import dev.assistant.runtime.workflow.Workflow;
import dev.assistant.runtime.workflow.Workflows;
import dev.assistant.testkit.RecordingSockets;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.TestClock;
import dev.assistant.testkit.UserBuilder;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.GrantKeyFile;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.ObjectStoreEngine;
import dev.assistant.testkit.engine.PostgresEngine;
import dev.assistant.testkit.engine.Provision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobInbox;
import dev.assistant.workflow.JobInbox.Delivery;
import dev.assistant.workflow.JobStatus;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Turns;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A database, tables and queues of one test on the shared engines, with an owner of reviews and as many workers as wanted. */
final class Stage implements AutoCloseable {
    /** As in production, but nothing waits long; heartbeats come only when a test wants them. */
    static final Timing QUICK = new Timing(
            Duration.ofMillis(100),
            Duration.ofHours(1),
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofMinutes(1),
            Duration.ZERO,
            Duration.ZERO);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_RECEIVES = Duration.ofMillis(50);

    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");

    final TestClock clock = new TestClock();
    final RecordingSockets sockets = new RecordingSockets();
    final AtomicInteger sends = new AtomicInteger();
    final DynamoConnections connections;
    final PostgresReviews reviews;
    private final PostgresRetries retries;
    final PostgresUploads uploads;
    final S3Uploads uploadStore;
    final S3Client s3;
    final PostgresJobs jobs;
    final PostgresApprovals approvals;
    final PostgresProducts products;
    final Leases leases;
    final Turns turns;
    final UsageLedger ledger;
    final EventLog log;
    final JobInbox inbox;
    final List<Duration> hidings = new CopyOnWriteArrayList<>();
    final JobInbox deadLetters;
    /** Of the workers' traces. */
    final InMemorySpanExporter spans = InMemorySpanExporter.create();

    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
    final RepositoryGrants grants;
    final TokenSeal seal;
    final UserId owner;
    GitHubSettings gitHub = new GitHubSettings(URI.create("https://github.invalid"), Optional.empty());
    private final Database database;
    private final SqsJobQueue queue;
    private final SqsClient sqs;
    private final String queueUrl = Engines.queues().queueUrl(name);
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Path grantKey = GrantKeyFile.create();

    Stage() {
        AwsClients clients = new AwsClients(AwsSettings.from(new Environment(environment())), LocalClients.CREDENTIALS);
        var dynamoDb = clients.dynamoDb();
        sqs = clients.sqsForLongPolls();
        s3 = clients.s3();
        Provision.bucket(s3, name);
        Provision.tables(dynamoDb, name + "-connections", name + "-events", name + "-limits");
        Provision.queue(sqs, name, name + "-dead");

        String url = Engines.database(name, address -> Migrations.apply(settings(address)));
        database = Database.open(settings(url), 8);
        reviews = new PostgresReviews(database, new S3Sources(s3, name));
        retries = new PostgresRetries(database, new S3Sources(s3, name));
        uploads = new PostgresUploads(database);
        uploadStore = new S3Uploads(s3, clients.s3Presigner(), name);
        jobs = new PostgresJobs(database);
        approvals = new PostgresApprovals(database);
        products = new PostgresProducts(database);
        leases = new PostgresLeases(database);
        turns = new PostgresTurns(database);
        ledger = new PostgresUsageLedger(database);
        log = new DynamoEventLog(dynamoDb, name + "-events");
        connections = new DynamoConnections(dynamoDb, name + "-connections");
        inbox = recording(new SqsJobInbox(sqs, queueUrl));
        deadLetters = new SqsJobInbox(sqs, Engines.queues().queueUrl(name + "-dead"));
        queue = new SqsJobQueue(new SqsQueue(sqs, queueUrl));
        grants = new PostgresRepositoryGrants(database);
        seal = FileTokenSeal.read(grantKey);
        owner = person();
        open.addAll(List.of(database, dynamoDb, sqs, s3));
    }

    /** Another account. */
    UserId person() {
        User user = UserBuilder.aUser().build();
        new PostgresUsers(database).add(user);
        return user.id();
    }

    private static DatabaseSettings settings(String url) {
        return new DatabaseSettings(url, PostgresEngine.USER, PostgresEngine.PASSWORD);
    }

    /**
     * The same inbox, with a note of for how long messages were hidden. It asks again and again instead of once and long: SQS waits
     * for whole seconds, which every worker that stops would wait out.
     */
    private JobInbox recording(JobInbox real) {
        return new JobInbox() {
            @Override
            public List<Delivery> receive(int most, Duration wait) {
                long deadline = System.nanoTime() + wait.toNanos();
                List<Delivery> deliveries = real.receive(most, Duration.ZERO);
                while (deliveries.isEmpty() && System.nanoTime() < deadline) {
                    LockSupport.parkNanos(BETWEEN_RECEIVES.toNanos());
                    deliveries = real.receive(most, Duration.ZERO);
                }
                return deliveries;
            }

            @Override
            public void hide(Delivery delivery, Duration length) {
                hidings.add(length);
                real.hide(delivery, length);
            }

            @Override
            public void postpone(Delivery delivery, Duration length) {
                real.postpone(delivery, length);
            }

            @Override
            public void remind(JobId job, UUID tenant, Duration length) {
                real.remind(job, tenant, length);
            }

            @Override
            public void delete(Delivery delivery) {
                real.delete(delivery);
            }
        };
    }

    private Sockets counting(Sockets real) {
        return new Sockets() {
            @Override
            public boolean greet(ConnectionId connection, JobId job) {
                return real.greet(connection, job);
            }

            @Override
            public boolean send(ConnectionId connection, JobId job, Sequenced event) {
                sends.incrementAndGet();
                return real.send(connection, job, event);
            }

            @Override
            public void close(ConnectionId connection) {
                real.close(connection);
            }
        };
    }

    /** What a worker of its own process is told. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL",
                Engines.postgres().jdbcUrl(name),
                "DATABASE_USER",
                PostgresEngine.USER,
                "DATABASE_PASSWORD",
                PostgresEngine.PASSWORD,
                "AWS_REGION",
                Engines.REGION,
                "TABLE_EVENTS",
                name + "-events",
                "TABLE_CONNECTIONS",
                name + "-connections",
                "QUEUE_REVIEWS_URL",
                queueUrl,
                "BUCKET_SOURCES",
                name,
                "WEBSOCKET_MANAGEMENT_URL",
                "http://127.0.0.1:1",
                "WORKER_HEALTH_PORT",
                "0"));
        environment.put("GRANT_KEY_FILE", grantKey.toString());
        environment.put("MCP_PORTS", "github=0,filesystem=0,memory=0,codebase=0");
        environment.put(
                "AWS_ENDPOINT_URL_DYNAMODB", Engines.dynamoDb().endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SQS", Engines.queues().endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_S3", Engines.objects().endpoint().toString());
        environment.put("AWS_ACCESS_KEY_ID", ObjectStoreEngine.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", ObjectStoreEngine.SECRET_KEY);
        return environment;
    }

    static SourceFile python(String path, String... lines) {
        return new SourceFile(path, Language.PYTHON, String.join("\n", lines) + "\n");
    }

    /** So many small files, each with one line that the scripted analyser reports. */
    static SourceFile[] files(int count) {
        return Stream.iterate(1, n -> n + 1)
                .limit(count)
                .map(n -> python("f%03d.py".formatted(n), "import os", "eval(input_%d)".formatted(n)))
                .toArray(SourceFile[]::new);
    }

    /** Stores a review and sends its message. */
    JobId submit(SourceFile... files) {
        return submit(ReviewRequestBuilder.aReviewOf(owner)
                .withFiles(files[0], List.of(files).subList(1, files.length).toArray(SourceFile[]::new))
                .build());
    }

    JobId submit(ReviewRequest request) {
        JobId job = reviews.add(request, Optional.empty(), clock.instant());
        queue.enqueue(job, request.owner().value());
        return job;
    }

    /** Has a job that ended done again, with nothing of what its agents said. */
    JobId retry(JobId job) {
        JobId retry =
                retries.add(new JobId(UUID.randomUUID()), owner, job, List.of(), Optional.empty(), clock.instant());
        send(retry);
        return retry;
    }

    /** Sends a message about a job, as the queue does again when a worker died. */
    void send(JobId job) {
        queue.enqueue(job, owner.value());
    }

    /** Lets the leases of all jobs end, as if their time had passed since their workers died. */
    void endLeases() {
        try (var connection = DriverManager.getConnection(
                        Engines.postgres().jdbcUrl(name), PostgresEngine.USER, PostgresEngine.PASSWORD);
                var statement = connection.createStatement()) {
            statement.executeUpdate("update workflow_executions set lease_until = now() where status = 'running'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a worker of one job at a time; it is stopped with the stage. */
    JobWorker worker(AnalysisEngine engine) {
        return worker(QUICK, engine);
    }

    JobWorker worker(Timing timing, AnalysisEngine engine) {
        return worker(1, timing, log, engine);
    }

    /** Opens a socket on a job, as a browser does, and has it greeted. */
    ConnectionId watch(JobId job) {
        ConnectionId watcher = new ConnectionId("watcher-" + UUID.randomUUID());
        connections.add(new Connection(watcher, job, owner, 0, clock.instant().plus(Connection.LONGEST)));
        new DeliverEvents(log, connections, sockets, clock).to(job, watcher);
        return watcher;
    }

    JobWorker worker(int concurrency, Timing timing, EventLog itsLog, AnalysisEngine engine) {
        return worker(concurrency, timing, itsLog, review(engine, Optional.empty()));
    }

    /** Starts a worker that reviews with agents, too. */
    JobWorker worker(AnalysisEngine engine, Team team) {
        TriageLessons lessons = new TriageLessons(new PostgresTriages(database), clock);
        AgentsReview agents = new AgentsReview("quick_code_review", team, Agents.read(), lessons);
        return worker(1, QUICK, log, review(engine, Optional.of(agents)));
    }

    private CodeReview review(AnalysisEngine engine, Optional<AgentsReview> agents) {
        return new CodeReview(
                ReviewKind.all(name -> agents).getFirst(),
                reviews,
                new PostgresTriages(database),
                Obtaining.files(reviews, uploadStore, gitHub, access()),
                List.of(engine),
                new PostgresAnalysedUnits(database),
                new ConcludeReview(),
                InstantSource.system());
    }

    private GitHubAccess access() {
        return new GrantedAccess(Obtaining.gitHub(gitHub), grants, seal, InstantSource.system());
    }

    JobWorker worker(int concurrency, Timing timing, EventLog itsLog, Workflow workflow) {
        JobTracing tracing = new JobTracing(telemetry, new PostgresJobTraces(database), clock);
        DeliverEvents delivery =
                new DeliverEvents(log, connections, new TracedSockets(counting(sockets), tracing), clock);
        LiveEvents live = new LiveEvents(new TracedEvents(itsLog, tracing), delivery, clock);
        JobWorker worker = new JobWorker(
                new WorkerSettings("worker-" + UUID.randomUUID(), concurrency, timing),
                inbox,
                new JobRecords(
                        leases, reviews, products, approvals, live, new WorkerMetrics(System.out), tracing, clock),
                new Workflows(List.of(workflow)));
        worker.start();
        open.addFirst(worker);
        return worker;
    }

    Job job(JobId id) {
        return jobs.byId(owner, id);
    }

    ReviewReport report(JobId id) {
        return reviews.finished(owner, id).report();
    }

    List<Sequenced> events(JobId job) {
        return log.after(job, 0, 10_000);
    }

    List<JobEvent> told(JobId job) {
        return events(job).stream().map(Sequenced::event).toList();
    }

    /** Waits for the last event of a job, which comes after everything else. */
    void awaitEnd(JobId job) {
        await(() -> log.isOverAt(job, Long.MAX_VALUE));
    }

    void awaitStatus(JobId job, JobStatus status) {
        await(() -> job(job).status() == status);
    }

    static void await(BooleanSupplier condition) {
        await(PATIENCE, condition);
    }

    static void await(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** Whether every message was deleted, hidden and postponed ones included. */
    boolean isQueueEmpty() {
        return messages(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) == 0
                && hiddenMessages() == 0
                && postponedMessages() == 0;
    }

    int postponedMessages() {
        return messages(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    }

    int hiddenMessages() {
        return messages(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    private int messages(QueueAttributeName which) {
        return Integer.parseInt(
                sqs.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(which))
                        .attributes()
                        .get(which));
    }

    Optional<Delivery> deadLetter() {
        return deadLetters.receive(1, Duration.ofSeconds(1)).stream().findFirst();
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
