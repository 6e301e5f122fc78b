package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.CsrfTokens;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.identity.RefreshSession;
import dev.assistant.identity.RefreshToken;
import java.util.Optional;

/** {@code POST /auth/refresh} */
public final class RefreshOperation implements Operation {
    private final RefreshSession refreshSession;

    public RefreshOperation(RefreshSession refreshSession) {
        this.refreshSession = refreshSession;
    }

    @Override
    public String id() {
        return "refresh";
    }

    @Override
    public Answer answer(Request request) {
        RefreshToken token = fromBody(request).orElseGet(() -> fromCookie(request));
        return TokensDocument.answer(refreshSession.refresh(token));
    }

    private static Optional<RefreshToken> fromBody(Request request) {
        return JsonBody.readIfSent(request).flatMap(body -> {
            Optional<String> text = body.optionalText("refresh_token");
            body.requireValid();
            return text.map(RefreshToken::new);
        });
    }

    private RefreshToken fromCookie(Request request) {
        String token = request.cookie(SessionCookies.REFRESH)
                .orElseThrow(() -> new Failure.NotSignedIn("Send a refresh token, or sign in."));
        requireIntent(request);
        return new RefreshToken(token);
    }

    /** The session is not known before its token is used up, so the header is compared with the cookie alone. */
    private static void requireIntent(Request request) {
        String cookie = request.cookie(CsrfTokens.COOKIE).orElse("");
        String sent = request.header(CsrfTokens.HEADER).orElse("");
        if (cookie.isEmpty() || !CsrfTokens.same(cookie, sent)) {
            throw CsrfTokens.missing();
        }
    }
}
