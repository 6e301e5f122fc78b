package dev.assistant.api.auth;

import dev.assistant.api.http.Answer.Header;
import dev.assistant.api.http.Callers;
import dev.assistant.api.http.CsrfTokens;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.Session;
import dev.assistant.identity.SignedIn;
import java.time.Duration;
import java.util.List;

/**
 * The cookies of a signed-in browser (RFC 6265bis): two that scripts cannot read, and the CSRF token that they can. The
 * refresh token is sent only to where it is used.
 */
public final class SessionCookies {
    static final String REFRESH = "__Secure-refresh";

    private static final String EVERYWHERE = "; Path=/; Secure";
    private static final String FOR_AUTH = "; Path=/api/v1/auth; Secure; HttpOnly; SameSite=Strict";

    private SessionCookies() {}

    static List<Header> of(SignedIn signedIn) {
        return all(
                signedIn.accessToken(),
                signedIn.refreshToken().text(),
                CsrfTokens.of(signedIn.session()),
                AccessTokens.LIFETIME,
                Session.REFRESH_LIFETIME);
    }

    /** Cookies that make a browser forget the others. */
    public static List<Header> cleared() {
        return all("", "", "", Duration.ZERO, Duration.ZERO);
    }

    private static List<Header> all(String access, String refresh, String csrf, Duration accessAge, Duration age) {
        return List.of(
                cookie(Callers.ACCESS_COOKIE, access, accessAge, EVERYWHERE + "; HttpOnly; SameSite=Lax"),
                cookie(REFRESH, refresh, age, FOR_AUTH),
                cookie(CsrfTokens.COOKIE, csrf, age, EVERYWHERE + "; SameSite=Strict"));
    }

    private static Header cookie(String name, String value, Duration age, String attributes) {
        return new Header("Set-Cookie", name + "=" + value + "; Max-Age=" + age.toSeconds() + attributes);
    }
}
