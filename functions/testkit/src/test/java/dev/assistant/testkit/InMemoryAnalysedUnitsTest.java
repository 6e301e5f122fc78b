package dev.assistant.testkit;

import dev.assistant.identity.UserId;
import dev.assistant.review.AnalysedUnits;
import dev.assistant.review.Reviews;
import dev.assistant.testkit.contract.AnalysedUnitsContract;
import java.util.UUID;

class InMemoryAnalysedUnitsTest extends AnalysedUnitsContract {
    private final InMemoryJobStore store = new InMemoryJobStore();

    @Override
    protected AnalysedUnits units() {
        return store.units();
    }

    @Override
    protected Reviews reviews() {
        return store.reviews();
    }

    @Override
    protected UserId owner() {
        return new UserId(UUID.randomUUID());
    }
}
