package dev.assistant.testkit;

import dev.assistant.identity.ApiKeys;
import dev.assistant.identity.Users;
import dev.assistant.testkit.contract.ApiKeysContract;

class InMemoryApiKeysTest extends ApiKeysContract {
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryApiKeys keys = new InMemoryApiKeys(users);

    @Override
    protected ApiKeys keys() {
        return keys;
    }

    @Override
    protected Users users() {
        return users;
    }
}
