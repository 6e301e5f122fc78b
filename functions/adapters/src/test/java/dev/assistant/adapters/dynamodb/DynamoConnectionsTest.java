package dev.assistant.adapters.dynamodb;

import dev.assistant.progress.Connections;
import dev.assistant.testkit.contract.ConnectionsContract;

class DynamoConnectionsTest extends ConnectionsContract {
    @Override
    protected Connections connections() {
        return new DynamoConnections(TestTables.CLIENT, TestTables.CONNECTIONS);
    }
}
