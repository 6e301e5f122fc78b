package dev.assistant.adapters.postgres;

import dev.assistant.identity.User;
import dev.assistant.identity.UserId;
import dev.assistant.review.Reviews;
import dev.assistant.review.Triages;
import dev.assistant.testkit.UserBuilder;
import dev.assistant.testkit.contract.TriagesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTriagesTest extends TriagesContract {
    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected Triages triages() {
        return new PostgresTriages(database);
    }

    @Override
    protected Reviews reviews() {
        return new PostgresReviews(database, new InMemorySources());
    }

    @Override
    protected UserId owner() {
        User user = UserBuilder.aUser().build();
        new PostgresUsers(database).add(user);
        return user.id();
    }
}
