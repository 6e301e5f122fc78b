package dev.assistant.testkit;

import dev.assistant.progress.EventLog;
import dev.assistant.testkit.contract.EventLogContract;

class InMemoryEventLogTest extends EventLogContract {
    private final EventLog log = new InMemoryEventLog();

    @Override
    protected EventLog log() {
        return log;
    }
}
