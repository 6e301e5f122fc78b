package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import java.util.function.Supplier;

/** {@code GET /auth/jwks.json} */
public final class GetSigningKeysOperation implements Operation {
    /** A new key is published this long before it signs, so that whoever keeps the answer knows it by then. */
    private static final String FIVE_MINUTES = "public, max-age=300";

    private final Supplier<String> keys;

    /** @param keys the public keys as a JWK set */
    public GetSigningKeysOperation(Supplier<String> keys) {
        this.keys = keys;
    }

    @Override
    public String id() {
        return "getSigningKeys";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.jsonText(200, keys.get()).with("Cache-Control", FIVE_MINUTES);
    }
}
