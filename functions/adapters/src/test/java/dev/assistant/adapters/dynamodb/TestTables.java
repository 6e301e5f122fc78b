package dev.assistant.adapters.dynamodb;

import dev.assistant.adapters.cloud.Cloud;
import dev.assistant.testkit.engine.Provision;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables on the shared DynamoDB. */
final class TestTables {
    static final String CONNECTIONS = "adapters-connections";
    static final String EVENTS = "adapters-events";
    static final String LIMITS = "adapters-limits";
    static final String SIGN_INS = "adapters-sign-ins";
    static final DynamoDbClient CLIENT = Cloud.dynamoDb();

    static {
        Provision.tables(CLIENT, CONNECTIONS, EVENTS, LIMITS);
        Provision.signIns(CLIENT, SIGN_INS);
    }

    private TestTables() {}
}
