package dev.assistant.adapters.postgres;

import dev.assistant.identity.Users;
import dev.assistant.testkit.contract.UsersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresUsersTest extends UsersContract {
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
    protected Users users() {
        return new PostgresUsers(database);
    }
}
