package dev.assistant.api.auth;

import dev.assistant.api.http.Answer.Header;
import dev.assistant.identity.SignInAttempt;
import java.time.Duration;
import java.util.List;

/**
 * What binds a visit to a provider to one browser: a secret that scripts cannot read, that no other site's request carries, and
 * that no other host, not even one below ours, can set ({@code __Host-}). One visit at a time: the one begun last counts.
 */
final class SignInCookie {
    static final String NAME = "__Host-sign-in";

    private SignInCookie() {}

    static List<Header> of(String browserSecret) {
        return cookie(browserSecret, SignInAttempt.LIFETIME);
    }

    static List<Header> cleared() {
        return cookie("", Duration.ZERO);
    }

    private static List<Header> cookie(String value, Duration age) {
        return List.of(new Header(
                "Set-Cookie",
                NAME + "=" + value + "; Max-Age=" + age.toSeconds() + "; Path=/; Secure; HttpOnly; SameSite=Strict"));
    }
}
