package dev.assistant.api.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.adapters.dynamodb.DynamoConnections;
import dev.assistant.adapters.dynamodb.DynamoEventLog;
import dev.assistant.adapters.json.QueueJson;
import dev.assistant.adapters.json.TurnJson;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.PostgresApprovals;
import dev.assistant.adapters.postgres.PostgresLeases;
import dev.assistant.adapters.postgres.PostgresProducts;
import dev.assistant.adapters.postgres.PostgresReviews;
import dev.assistant.adapters.s3.S3Sources;
import dev.assistant.identity.UserId;
import dev.assistant.product.Product;
import dev.assistant.progress.Connection;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Connections;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.ReviewReport;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The other side of the queue: takes jobs, tells, completes, and watches. */
public final class Worker {
    private static final DynamoDbClient DYNAMO_DB =
            LocalClients.dynamoDb(Engines.dynamoDb().endpoint());
    private static final SqsClient SQS = LocalClients.sqs(Engines.queues().endpoint());

    private final Surroundings surroundings;
    private final Leases leases;
    private final PostgresReviews reviews;
    private final PostgresApprovals approvals;
    private final PostgresProducts products;
    private final EventLog log;
    private final Connections connections;

    public Worker(Surroundings surroundings) {
        this.surroundings = surroundings;
        Database database = Database.open(surroundings.database(), 2);
        this.leases = new PostgresLeases(database);
        this.approvals = new PostgresApprovals(database);
        this.products = new PostgresProducts(database);
        this.reviews = new PostgresReviews(
                database,
                new S3Sources(LocalClients.s3(Engines.objects().endpoint()), surroundings.get("BUCKET_SOURCES")));
        this.log = new DynamoEventLog(DYNAMO_DB, surroundings.get("TABLE_EVENTS"));
        this.connections = new DynamoConnections(DYNAMO_DB, surroundings.get("TABLE_CONNECTIONS"));
    }

    /** Takes a job, as if its message had come. */
    public Lease take(String job) {
        Leases.Claim claim = leases.claim(id(job), "worker", Instant.now());
        return ((Leases.Claim.Granted) claim).lease();
    }

    public void tell(Lease lease, JobEvent event) {
        log.append(lease.job(), lease.epoch(), event, Instant.now());
    }

    public void complete(Lease lease, ReviewReport report) {
        reviews.complete(lease, report, Instant.now());
    }

    /** Stores a turn, as a conversation does. */
    public void say(Lease lease, Turn turn) {
        leases.checkpoint(lease, new Checkpoint(turn.checkpoint(), TurnJson.write(turn)), Instant.now());
    }

    /** Asks the owner, and lets the job go. */
    public void ask(Lease lease, Approval approval) {
        assertThat(approvals.ask(lease, approval, Instant.now())).isTrue();
    }

    /** What the owner decided. */
    public Optional<Decision> decision(String job, String step) {
        return approvals.of(id(job), step).flatMap(Approval::decision);
    }

    public void complete(Lease lease, Product product, List<AgentUsage> agents) {
        products.complete(lease, product, agents, Instant.now());
    }

    /** Somebody watches the job and was greeted. */
    public ConnectionId watch(String job, String user) {
        ConnectionId id = new ConnectionId(UUID.randomUUID().toString());
        Instant now = Instant.now();
        connections.add(
                new Connection(id, id(job), new UserId(UUID.fromString(user)), 0, now.plus(Connection.LONGEST)));
        Connections.Outlet outlet =
                connections.acquire(id(job), id, Duration.ofSeconds(5), now).orElseThrow();
        connections.release(outlet.sent(0));
        return id;
    }

    /** The jobs whose messages are in the queue, which is emptied. */
    public List<String> enqueuedJobs() {
        return drain("QUEUE_REVIEWS_URL").stream()
                .map(message -> QueueJson.toJob(message.body()).toString())
                .toList();
    }

    /** The connections to be served, whose queue is emptied. */
    public List<ConnectionId> enqueuedConnections() {
        return drain("QUEUE_REPLAY_URL").stream()
                .map(message -> QueueJson.toConnection(message.body()).connection())
                .toList();
    }

    private List<Message> drain(String queue) {
        String url = surroundings.get(queue);
        List<Message> messages = new ArrayList<>();
        List<Message> some;
        do {
            some = SQS.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            some.forEach(message ->
                    SQS.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle())));
            messages.addAll(some);
        } while (!some.isEmpty());
        return messages;
    }

    private static JobId id(String job) {
        return new JobId(UUID.fromString(job));
    }
}
