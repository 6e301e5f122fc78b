package dev.assistant.adapters.dynamodb;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.failure.Failure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tells whether a table is there. Thread-safe. */
public final class DynamoTables {
    private final DynamoDbClient client;

    public DynamoTables(DynamoDbClient client) {
        this.client = client;
    }

    /** @throws Failure.Unavailable when the table cannot be reached */
    public void probe(String table) {
        AwsCalls.call("table of live state", () -> client.describeTable(request -> request.tableName(table)));
    }
}
