package dev.assistant.testkit;

import dev.assistant.model.UsageLedger;
import dev.assistant.testkit.contract.UsageLedgerContract;
import dev.assistant.workflow.JobId;
import java.util.UUID;

class InMemoryUsageLedgerTest extends UsageLedgerContract {
    private final InMemoryUsageLedger ledger = new InMemoryUsageLedger();

    @Override
    protected UsageLedger ledger() {
        return ledger;
    }

    @Override
    protected JobId job() {
        return new JobId(UUID.randomUUID());
    }
}
