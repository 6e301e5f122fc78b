package dev.assistant.adapters.dynamodb;

import dev.assistant.progress.Connections;
import dev.assistant.progress.EventLog;
import dev.assistant.testkit.contract.DeliveryContract;

class DynamoDeliveryTest extends DeliveryContract {
    @Override
    protected EventLog log() {
        return new DynamoEventLog(TestTables.CLIENT, TestTables.EVENTS);
    }

    @Override
    protected Connections connections() {
        return new DynamoConnections(TestTables.CLIENT, TestTables.CONNECTIONS);
    }

    @Override
    protected int rounds() {
        return 4;
    }
}
