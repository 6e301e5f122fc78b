package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.ApiKeyRequest;
import dev.assistant.identity.CreateApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code POST /users/me/api-keys} */
public final class CreateApiKeyOperation implements Operation {
    private final CreateApiKey createApiKey;

    public CreateApiKeyOperation(CreateApiKey createApiKey) {
        this.createApiKey = createApiKey;
    }

    @Override
    public String id() {
        return "createApiKey";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        String name = body.text("name");
        List<String> scopes = body.texts("scopes");
        Optional<Instant> expiresAt = body.optionalTime("expires_at");
        body.requireValid();
        ApiKeyRequest asked =
                new ApiKeyRequest(name, ScopeNames.read(scopes), expiresAt, request.header("idempotency-key"));
        return Answer.json(201, NewApiKeyDocument.of(createApiKey.create(request.user(), asked)));
    }
}
