package dev.assistant.testkit;

import dev.assistant.identity.Sessions;
import dev.assistant.identity.Users;
import dev.assistant.testkit.contract.SessionsContract;

class InMemorySessionsTest extends SessionsContract {
    private final Users users = new InMemoryUsers();
    private final Sessions sessions = new InMemorySessions(users);

    @Override
    protected Sessions sessions() {
        return sessions;
    }

    @Override
    protected Users users() {
        return users;
    }
}
