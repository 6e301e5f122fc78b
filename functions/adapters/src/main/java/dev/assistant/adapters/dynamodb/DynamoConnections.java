package dev.assistant.adapters.dynamodb;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.identity.UserId;
import dev.assistant.progress.Connection;
import dev.assistant.progress.ConnectionId;
import dev.assistant.progress.Connections;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Open connections in DynamoDB, under their job; an index finds one by its own id. A second item under the person counts theirs. The right to send is {@code pump_until},
 * in milliseconds: taken when past or absent, given back by whoever put it there. Thread-safe.
 */
public final class DynamoConnections implements Connections {
    private static final String DEPENDENCY = "list of open connections";
    private static final String BY_CONNECTION = "by_connection";
    /** Before a person's id, where else a job's stands. */
    private static final String OF_PERSON = "user#";

    private final DynamoDbClient client;
    private final String table;

    public DynamoConnections(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void add(Connection connection) {
        Map<String, AttributeValue> item = Map.of(
                "job_id", Attributes.text(connection.job().toString()),
                "connection_id", Attributes.text(connection.id().value()),
                "user_id", Attributes.text(connection.user().toString()),
                "delivered_seq", Attributes.number(connection.lastSeq()),
                "greeted", Attributes.flag(false),
                "pump_until", Attributes.number(0),
                "expires_at", Attributes.seconds(connection.expiresAt()));
        Map<String, AttributeValue> counted = Map.of(
                "job_id", Attributes.text(person(connection.user())),
                "connection_id", Attributes.text(connection.id().value()),
                "expires_at", Attributes.seconds(connection.expiresAt()));
        AwsCalls.call(DEPENDENCY, () -> {
            client.putItem(request -> request.tableName(table).item(counted));
            return client.putItem(request -> request.tableName(table).item(item));
        });
    }

    @Override
    public int openOf(UserId user, Instant now) {
        return AwsCalls.call(
                DEPENDENCY,
                () -> client
                        .queryPaginator(request -> request.tableName(table)
                                .keyConditionExpression("job_id = :person")
                                .filterExpression("expires_at > :now")
                                .expressionAttributeValues(Map.of(
                                        ":person", Attributes.text(person(user)),
                                        ":now", Attributes.number(now.getEpochSecond())))
                                .consistentRead(true)
                                .select(Select.COUNT))
                        .stream()
                        .mapToInt(QueryResponse::count)
                        .sum());
    }

    @Override
    public void remove(JobId job, ConnectionId id) {
        AwsCalls.call(DEPENDENCY, () -> {
            Map<String, AttributeValue> gone = client.deleteItem(request ->
                            request.tableName(table).key(key(job, id)).returnValues(ReturnValue.ALL_OLD))
                    .attributes();
            if (gone.containsKey("user_id")) {
                String person = OF_PERSON + Attributes.text(gone, "user_id");
                client.deleteItem(request -> request.tableName(table)
                        .key(Map.of("job_id", Attributes.text(person), "connection_id", Attributes.text(id.value()))));
            }
            return true;
        });
    }

    @Override
    public void remove(ConnectionId id) {
        List<JobId> jobs = AwsCalls.call(
                DEPENDENCY,
                () -> client
                        .query(request -> request.tableName(table)
                                .indexName(BY_CONNECTION)
                                .keyConditionExpression("connection_id = :id")
                                .expressionAttributeValues(Map.of(":id", Attributes.text(id.value()))))
                        .items()
                        .stream()
                        .filter(item -> !Attributes.text(item, "job_id").startsWith(OF_PERSON))
                        .map(DynamoConnections::job)
                        .toList());
        jobs.forEach(job -> remove(job, id));
    }

    @Override
    public List<ConnectionId> watching(JobId job, Instant now) {
        return AwsCalls.call(
                DEPENDENCY,
                () -> client
                        .queryPaginator(request -> request.tableName(table)
                                .keyConditionExpression("job_id = :job")
                                .filterExpression("expires_at > :now AND greeted = :greeted")
                                .expressionAttributeValues(Map.of(
                                        ":job",
                                        Attributes.text(job.toString()),
                                        ":now",
                                        Attributes.number(now.getEpochSecond()),
                                        ":greeted",
                                        Attributes.flag(true)))
                                .consistentRead(true))
                        .items()
                        .stream()
                        .map(item -> new ConnectionId(Attributes.text(item, "connection_id")))
                        .toList());
    }

    @Override
    public Optional<Outlet> acquire(JobId job, ConnectionId id, Duration hold, Instant now) {
        Instant until = now.plus(hold).truncatedTo(ChronoUnit.MILLIS);
        // Names this call, so that the client's own retry of it finds the right taken by itself and not by somebody
        // else.
        String holder = UUID.randomUUID().toString();
        return AwsCalls.call(DEPENDENCY, () -> {
            try {
                return Optional.of(outlet(
                        client.updateItem(request -> request.tableName(table)
                                        .key(key(job, id))
                                        .updateExpression("SET pump_until = :until, pump_by = :holder")
                                        .conditionExpression(
                                                "(pump_until <= :now AND expires_at > :seconds) OR pump_by = :holder")
                                        .expressionAttributeValues(Map.of(
                                                ":holder", Attributes.text(holder),
                                                ":until", Attributes.millis(until),
                                                ":now", Attributes.millis(now),
                                                ":seconds", Attributes.number(now.getEpochSecond())))
                                        .returnValues(ReturnValue.ALL_NEW))
                                .attributes(),
                        until));
            } catch (ConditionalCheckFailedException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void release(Outlet outlet) {
        AwsCalls.call(DEPENDENCY, () -> {
            try {
                client.updateItem(request -> request.tableName(table)
                        .key(key(outlet.job(), outlet.connection()))
                        .updateExpression("SET pump_until = :zero, delivered_seq = :delivered, greeted = :greeted")
                        .conditionExpression("pump_until = :until")
                        .expressionAttributeValues(Map.of(
                                ":zero", Attributes.number(0),
                                ":until", Attributes.millis(outlet.until()),
                                ":delivered", Attributes.number(outlet.delivered()),
                                ":greeted", Attributes.flag(outlet.greeted()))));
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false; // The right had ended by itself, or the connection is gone.
            }
        });
    }

    private static Outlet outlet(Map<String, AttributeValue> item, Instant until) {
        return new Outlet(
                new ConnectionId(Attributes.text(item, "connection_id")),
                job(item),
                Attributes.flag(item, "greeted"),
                Attributes.number(item, "delivered_seq"),
                until);
    }

    private static JobId job(Map<String, AttributeValue> item) {
        return new JobId(UUID.fromString(Attributes.text(item, "job_id")));
    }

    /** The key under which a person's connections are counted. */
    static String person(UserId user) {
        return OF_PERSON + user;
    }

    private static Map<String, AttributeValue> key(JobId job, ConnectionId id) {
        return Map.of("job_id", Attributes.text(job.toString()), "connection_id", Attributes.text(id.value()));
    }
}
