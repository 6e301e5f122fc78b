package dev.assistant.realtime.harness;

import dev.assistant.adapters.dynamodb.DynamoConnections;
import dev.assistant.adapters.dynamodb.DynamoEventLog;
import dev.assistant.adapters.id.TimeOrderedIds;
import dev.assistant.adapters.json.QueueJson;
import dev.assistant.adapters.postgres.Database;
import dev.assistant.adapters.postgres.PostgresReviews;
import dev.assistant.adapters.postgres.PostgresSessions;
import dev.assistant.adapters.postgres.PostgresUsers;
import dev.assistant.adapters.s3.S3Sources;
import dev.assistant.adapters.token.FileTokenKeys;
import dev.assistant.adapters.token.NimbusAccessTokens;
import dev.assistant.adapters.token.SecureRefreshTokens;
import dev.assistant.id.Ids;
import dev.assistant.identity.Client;
import dev.assistant.identity.Session;
import dev.assistant.identity.SessionId;
import dev.assistant.identity.User;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Connections;
import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.testkit.ReviewRequestBuilder;
import dev.assistant.testkit.UserBuilder;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.function.FunctionSettings;
import dev.assistant.workflow.JobId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** People, jobs and events for sockets to be about. */
public final class Stage {
    private final Surroundings surroundings;
    private final Ids ids = new TimeOrderedIds(Clock.systemUTC());
    private final SqsClient sqs = LocalClients.sqs(Engines.queues().endpoint());
    private final PostgresUsers users;
    private final PostgresSessions sessions;
    private final PostgresReviews reviews;
    private final EventLog log;
    private final Connections connections;

    public Stage(Surroundings surroundings) {
        this.surroundings = surroundings;
        Database database = Database.open(surroundings.database(), 2);
        DynamoDbClient dynamoDb = LocalClients.dynamoDb(Engines.dynamoDb().endpoint());
        users = new PostgresUsers(database);
        sessions = new PostgresSessions(database);
        reviews = new PostgresReviews(
                database, new S3Sources(LocalClients.s3(Engines.objects().endpoint()), "unused"));
        log = new DynamoEventLog(dynamoDb, surroundings.get("TABLE_EVENTS"));
        connections = new DynamoConnections(dynamoDb, surroundings.get("TABLE_CONNECTIONS"));
    }

    /** Somebody with a session, and the job that they submitted. */
    public record Owner(User user, String token, JobId job) {}

    public Owner owner() {
        String name = "u" + UUID.randomUUID().toString().substring(0, 12);
        User user =
                UserBuilder.aUser().named(name).withEmail(name + "@example.com").build();
        users.add(user);
        JobId job = new JobId(ids.next());
        reviews.add(ReviewRequestBuilder.aReviewOf(user.id()).as(job).build(), Optional.empty(), Instant.now());
        return new Owner(user, token(user, Instant.now()), job);
    }

    /** A token of a new session, issued at a moment. */
    public String token(User user, Instant at) {
        SessionId session = new SessionId(ids.next());
        sessions.open(
                new Session(session, user.id(), new Client("203.0.113.7", ""), at, at.plus(Session.LONGEST)),
                new SecureRefreshTokens().next(),
                at);
        return new NimbusAccessTokens(
                        FileTokenKeys.read(Path.of(surroundings.get("TOKEN_KEYS_FILE"))), FunctionSettings.OWN_ORIGIN)
                .issue(user, session, at);
    }

    public void tell(JobId job, JobEvent event) {
        log.append(job, 1, event, Instant.now());
    }

    /** Whether a connection is remembered, and how far it is. */
    public Optional<Connections.Outlet> remembered(JobId job, String connection) {
        Optional<Connections.Outlet> outlet =
                connections.acquire(job, new ConnectionId(connection), Duration.ofSeconds(5), Instant.now());
        outlet.ifPresent(connections::release);
        return outlet;
    }

    /** The messages for the replay function, taken out of their queue. */
    public List<String> replayMessages() {
        String url = surroundings.get("QUEUE_REPLAY_URL");
        List<String> bodies = new ArrayList<>();
        for (Message message : sqs.receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(10))
                .messages()) {
            sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
            bodies.add(message.body());
        }
        return bodies;
    }

    /** A message for the replay function. */
    public static String message(JobId job, String connection) {
        return QueueJson.connection(job, new ConnectionId(connection));
    }
}
