package dev.assistant.api.http;

import dev.assistant.identity.Caller;
import dev.assistant.identity.Scope;

/** Finds out who sent a request. Thread-safe. */
@FunctionalInterface
public interface Identification {
    /** For functions of which every operation is public: they never ask. */
    Identification NOBODY = (request, scope, route) -> {
        throw new IllegalStateException("this function knows nobody");
    };

    /**
     * @param scope what the credential must allow
     * @param route what is asked for; it says whether an API key is enough and whether it is for administrators
     * @throws dev.assistant.failure.Failure when nobody is known who may do this
     */
    Caller identify(Request request, Scope scope, Route route);
}
