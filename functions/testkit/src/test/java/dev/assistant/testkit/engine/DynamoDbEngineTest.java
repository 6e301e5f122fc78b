package dev.assistant.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbEngineTest {

    @Test
    void keeps_tables_and_items_over_a_restart(@TempDir Path directory) {
        try (DynamoDbEngine engine = DynamoDbEngine.start(directory, 0);
                DynamoDbClient client = LocalClients.dynamoDb(engine.endpoint())) {
            Provision.tables(client, "connections", "events", "limits");
            client.putItem(put -> put.tableName("limits").item(Map.of("key", text("login"), "count", number(3))));
        }

        try (DynamoDbEngine engine = DynamoDbEngine.start(directory, 0);
                DynamoDbClient client = LocalClients.dynamoDb(engine.endpoint())) {
            Provision.tables(client, "connections", "events", "limits");

            assertThat(client.getItem(get -> get.tableName("limits").key(Map.of("key", text("login"))))
                            .item())
                    .containsEntry("count", number(3));
        }
    }

    @Test
    void provides_the_tables_with_their_index_and_time_to_live() {
        try (DynamoDbClient client = LocalClients.dynamoDb(Engines.dynamoDb().endpoint())) {
            Provision.tables(client, "made-connections", "made-events", "made-limits");
            for (int start = 1; start <= 2; start++) {
                Provision.timeToLive(client, "made-connections", "made-events", "made-limits");
            }
            client.putItem(put -> put.tableName("made-connections")
                    .item(Map.of("job_id", text("job"), "connection_id", text("c1"), "user_id", text("u"))));

            QueryResponse found = client.query(query -> query.tableName("made-connections")
                    .indexName("by_connection")
                    .keyConditionExpression("connection_id = :id")
                    .expressionAttributeValues(Map.of(":id", text("c1"))));

            assertThat(found.items())
                    .singleElement()
                    .satisfies(item -> assertThat(item).containsEntry("user_id", text("u")));
            for (String table : List.of("made-connections", "made-events", "made-limits")) {
                assertThat(client.describeTimeToLive(describe -> describe.tableName(table))
                                .timeToLiveDescription())
                        .satisfies(ttl -> {
                            assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
                            assertThat(ttl.attributeName()).isEqualTo("expires_at");
                        });
            }
        }
    }

    @Test
    void checks_conditions_alone_and_in_transactions() {
        try (DynamoDbClient client = LocalClients.dynamoDb(Engines.dynamoDb().endpoint())) {
            Provision.tables(client, "cond-connections", "cond-events", "cond-limits");
            Map<String, AttributeValue> event = Map.of("job_id", text("job"), "seq", number(1));
            client.putItem(put -> put.tableName("cond-events").item(event));

            assertThatThrownBy(() -> client.putItem(put ->
                            put.tableName("cond-events").item(event).conditionExpression("attribute_not_exists(seq)")))
                    .isInstanceOf(ConditionalCheckFailedException.class);
            assertThatThrownBy(() -> client.transactWriteItems(write -> write.transactItems(
                            item -> item.put(put ->
                                    put.tableName("cond-events").item(Map.of("job_id", text("job"), "seq", number(2)))),
                            item -> item.put(put -> put.tableName("cond-events")
                                    .item(event)
                                    .conditionExpression("attribute_not_exists(seq)")))))
                    .isInstanceOf(TransactionCanceledException.class);
            assertThat(client.query(query -> query.tableName("cond-events")
                                    .keyConditionExpression("job_id = :job")
                                    .expressionAttributeValues(Map.of(":job", text("job"))))
                            .items())
                    .containsExactly(event);
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
