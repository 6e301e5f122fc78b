package dev.assistant.testkit;

import dev.assistant.progress.Connections;
import dev.assistant.progress.EventLog;
import dev.assistant.testkit.contract.DeliveryContract;

class InMemoryDeliveryTest extends DeliveryContract {
    private final EventLog log = new InMemoryEventLog();
    private final Connections connections = new InMemoryConnections();

    @Override
    protected EventLog log() {
        return log;
    }

    @Override
    protected Connections connections() {
        return connections;
    }
}
