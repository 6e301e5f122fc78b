package dev.assistant.testkit;

import dev.assistant.identity.UserId;
import dev.assistant.review.Reviews;
import dev.assistant.review.Triages;
import dev.assistant.testkit.contract.TriagesContract;
import java.util.UUID;

class InMemoryTriagesTest extends TriagesContract {
    private final InMemoryJobStore store = new InMemoryJobStore();

    @Override
    protected Triages triages() {
        return store.triages();
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
