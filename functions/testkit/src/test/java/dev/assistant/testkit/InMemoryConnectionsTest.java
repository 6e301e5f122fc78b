package dev.assistant.testkit;

import dev.assistant.progress.Connections;
import dev.assistant.testkit.contract.ConnectionsContract;

class InMemoryConnectionsTest extends ConnectionsContract {
    private final Connections connections = new InMemoryConnections();

    @Override
    protected Connections connections() {
        return connections;
    }
}
