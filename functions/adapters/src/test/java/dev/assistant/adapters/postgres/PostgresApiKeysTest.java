package dev.assistant.adapters.postgres;

import dev.assistant.identity.ApiKeys;
import dev.assistant.identity.Users;
import dev.assistant.testkit.contract.ApiKeysContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresApiKeysTest extends ApiKeysContract {
    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.open(TestDatabase.fresh(), 5);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected ApiKeys keys() {
        return new PostgresApiKeys(database);
    }

    @Override
    protected Users users() {
        return new PostgresUsers(database);
    }
}
