package dev.assistant.adapters.dynamodb;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.erasure.Belongings;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The events of jobs and the connections that watch them. In place of a history stays its head, ended, until no worker can be
 * left that would append to it. Thread-safe.
 */
public final class DynamoBelongings implements Belongings {
    private static final Duration HEAD_STAYS = Duration.ofDays(1);

    private final DynamoDbClient client;
    private final String events;
    private final String connections;
    private final InstantSource clock;

    public DynamoBelongings(DynamoDbClient client, String events, String connections, InstantSource clock) {
        this.client = client;
        this.events = events;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public void eraseJobs(UserId owner, List<JobId> jobs) {
        jobs.forEach(this::erase);
    }

    @Override
    public void eraseRest(UserId owner) {
        // All else here belongs to a job.
        AwsCalls.call("list of open connections", () -> {
            deleteAll(connections, "connection_id", DynamoConnections.person(owner), "", Map.of());
            return true;
        });
    }

    private void erase(JobId job) {
        AwsCalls.call("event log", () -> {
            end(job);
            deleteAll(events, "seq", job.toString(), "seq > :first", Map.of(":first", Attributes.number(0)));
            return true;
        });
        AwsCalls.call("list of open connections", () -> {
            deleteAll(connections, "connection_id", job.toString(), "", Map.of());
            return true;
        });
    }

    /** Makes the log refuse whatever a worker may still want to tell. */
    private void end(JobId job) {
        client.putItem(put -> put.tableName(events)
                .item(Map.of(
                        "job_id", Attributes.text(job.toString()),
                        "seq", Attributes.number(0),
                        "last_seq", Attributes.number(0),
                        "epoch", Attributes.number(Long.MAX_VALUE),
                        "ended", Attributes.flag(true),
                        "expires_at", Attributes.seconds(clock.instant().plus(HEAD_STAYS)))));
    }

    private void deleteAll(
            String table, String sortKey, String key, String range, Map<String, AttributeValue> rangeValues) {
        Map<String, AttributeValue> values = new HashMap<>(rangeValues);
        values.put(":job", Attributes.text(key));
        client.queryPaginator(query -> query.tableName(table)
                        .keyConditionExpression("job_id = :job" + (range.isEmpty() ? "" : " and " + range))
                        .expressionAttributeValues(values)
                        .projectionExpression("job_id, " + sortKey)
                        .consistentRead(true))
                .items()
                .forEach(item ->
                        client.deleteItem(delete -> delete.tableName(table).key(item)));
    }
}
