package dev.assistant.adapters.postgres;

import dev.assistant.identity.Users;
import dev.assistant.review.Reviews;
import dev.assistant.testkit.contract.LeasesContract;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Leases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresLeasesTest extends LeasesContract {
    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 4);
    }

    @AfterAll
    static void close() {
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
