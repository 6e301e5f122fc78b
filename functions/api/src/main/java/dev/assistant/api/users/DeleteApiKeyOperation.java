package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.ApiKeyId;
import dev.assistant.identity.ApiKeys;

/** {@code DELETE /users/me/api-keys/{id}} */
public final class DeleteApiKeyOperation implements Operation {
    private final ApiKeys keys;

    public DeleteApiKeyOperation(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public String id() {
        return "deleteApiKey";
    }

    @Override
    public Answer answer(Request request) {
        keys.delete(request.user(), new ApiKeyId(request.id("id", "API key")));
        return Answer.empty(204);
    }
}
