package dev.assistant.api.auth;

import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Provider;

/** The provider that a path names. */
public final class NamedProvider {
    private NamedProvider() {}

    /** @throws Failure.NotFound when there is none of that name */
    public static Provider of(Request request) {
        return Provider.named(request.parameters().getOrDefault("provider", ""))
                .orElseThrow(() -> new Failure.NotFound("provider"));
    }
}
