package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.PageDocument;
import dev.assistant.api.http.Request;
import dev.assistant.identity.ApiKeys;
import java.util.List;

/** {@code GET /users/me/api-keys} */
public final class ListApiKeysOperation implements Operation {
    private final ApiKeys keys;

    public ListApiKeysOperation(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public String id() {
        return "listApiKeys";
    }

    @Override
    public Answer answer(Request request) {
        List<ApiKeyDocument> items =
                keys.of(request.user()).stream().map(ApiKeyDocument::of).toList();
        return Answer.json(200, new PageDocument<>(items, null));
    }
}
