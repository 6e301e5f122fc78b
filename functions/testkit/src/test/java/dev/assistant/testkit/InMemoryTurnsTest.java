package dev.assistant.testkit;

import dev.assistant.identity.Users;
import dev.assistant.review.Reviews;
import dev.assistant.testkit.contract.TurnsContract;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Leases;

class InMemoryTurnsTest extends TurnsContract {
    private final Users users = new InMemoryUsers();
    private final InMemoryJobStore store = new InMemoryJobStore();

    @Override
    protected Leases leases() {
        return store.leases();
    }

    @Override
    protected Jobs jobs() {
        return store.jobs();
    }

    @Override
    protected Reviews reviews() {
        return store.reviews();
    }

    @Override
    protected Users users() {
        return users;
    }
}
