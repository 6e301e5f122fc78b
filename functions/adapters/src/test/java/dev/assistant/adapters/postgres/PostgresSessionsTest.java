package dev.assistant.adapters.postgres;

import dev.assistant.identity.Sessions;
import dev.assistant.identity.Users;
import dev.assistant.testkit.contract.SessionsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresSessionsTest extends SessionsContract {
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
    protected Sessions sessions() {
        return new PostgresSessions(database);
    }

    @Override
    protected Users users() {
        return new PostgresUsers(database);
    }
}
