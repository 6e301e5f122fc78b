package dev.assistant.api.http;

import dev.assistant.failure.Failure;
import dev.assistant.identity.AllowExecution;
import dev.assistant.identity.Caller;
import dev.assistant.identity.Role;
import dev.assistant.identity.Scope;
import dev.assistant.identity.VerifyAccess;
import dev.assistant.identity.VerifyApiKey;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out who sent a request: by a bearer token, or else an API key, or else the access cookie, which needs a proof of intent
 * beside it when the request may change anything. Thread-safe.
 */
public final class Callers implements Identification {
    /** The cookie that holds the access token. */
    public static final String ACCESS_COOKIE = "__Host-access";

    private static final String BEARER = "bearer ";

    private final VerifyAccess verifyAccess;
    private final VerifyApiKey verifyApiKey;
    private final AllowExecution allowExecution;
    private final Origins origins;

    public Callers(
            VerifyAccess verifyAccess, VerifyApiKey verifyApiKey, AllowExecution allowExecution, Origins origins) {
        this.verifyAccess = verifyAccess;
        this.verifyApiKey = verifyApiKey;
        this.allowExecution = allowExecution;
        this.origins = origins;
    }

    /**
     * {@inheritDoc}
     *
     * @throws Failure.NotSignedIn without credentials that hold
     * @throws Failure.Forbidden when they do not allow the scope, the route is for administrators, the address has to be verified before anything is run, or
     *     a browser's unsafe request proves no intent
     */
    @Override
    public Caller identify(Request request, Scope scope, Route route) {
        Caller caller = byHeader(request).orElseGet(() -> byCookie(request));
        if (route.sessionOnly() && caller.session().isEmpty()) {
            throw new Failure.Forbidden("An API key may not do this. Sign in.");
        }
        if (route.administratorsOnly() && caller.role() != Role.ADMIN) {
            throw new Failure.Forbidden("Only administrators may do this.");
        }
        if (!caller.may(scope)) {
            throw new Failure.Forbidden("This credential lacks the scope "
                    + scope.name().toLowerCase(Locale.ROOT) + ". Use one that has it.");
        }
        if (scope == Scope.EXECUTE) {
            allowExecution.check(caller.user());
        }
        return caller;
    }

    private Optional<Caller> byHeader(Request request) {
        Optional<String> authorization = request.header("authorization");
        if (authorization.isPresent()) {
            return Optional.of(verifyAccess.verify(bearer(authorization.get())));
        }
        return request.header("x-api-key").map(String::strip).map(verifyApiKey::verify);
    }

    private static String bearer(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Failure.NotSignedIn("Send an access token as Authorization: Bearer.");
        }
        return authorization.substring(BEARER.length()).strip();
    }

    private Caller byCookie(Request request) {
        String token = request.cookie(ACCESS_COOKIE)
                .orElseThrow(() -> new Failure.NotSignedIn("Sign in first, or send an access token."));
        Caller caller = verifyAccess.verify(token);
        if (request.isUnsafe()) {
            requireIntent(request, caller);
        }
        return caller;
    }

    private void requireIntent(Request request, Caller caller) {
        String sent = request.header(CsrfTokens.HEADER).orElse("");
        boolean holds = caller.session()
                .map(session -> CsrfTokens.same(CsrfTokens.of(session), sent))
                .orElse(false);
        if (origins.isForeign(request) || !holds) {
            throw CsrfTokens.missing();
        }
    }
}
