package dev.assistant.testkit;

import dev.assistant.identity.Users;
import dev.assistant.testkit.contract.UsersContract;

class InMemoryUsersTest extends UsersContract {
    private final Users users = new InMemoryUsers();

    @Override
    protected Users users() {
        return users;
    }
}
