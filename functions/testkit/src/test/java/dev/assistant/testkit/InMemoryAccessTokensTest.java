package dev.assistant.testkit;

import dev.assistant.identity.AccessTokens;
import dev.assistant.testkit.contract.AccessTokensContract;

class InMemoryAccessTokensTest extends AccessTokensContract {
    private final AccessTokens tokens = new InMemoryAccessTokens();

    @Override
    protected AccessTokens tokens() {
        return tokens;
    }
}
