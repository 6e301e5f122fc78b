package dev.assistant.adapters.postgres;

import dev.assistant.identity.Users;
import dev.assistant.review.Reviews;
import dev.assistant.testkit.contract.TurnsContract;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Leases;
import org.junit.jupiter.api.AfterEach;

class PostgresTurnsTest extends TurnsContract {
    private final Database database = Database.open(TestDatabase.fresh(), 4);

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Leases leases() {
        return new PostgresLeases(database);
    }

    @Override
    protected Jobs jobs() {
        return new PostgresJobs(database);
    }

    @Override
    protected Reviews reviews() {
        return new PostgresReviews(database, new InMemorySources());
    }

    @Override
    protected Users users() {
        return new PostgresUsers(database);
    }
}
