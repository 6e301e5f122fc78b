package dev.assistant.api.auth;

import dev.assistant.api.http.Answer.Header;
import dev.assistant.identity.LinkTicket;
import java.time.Duration;
import java.util.List;

/**
 * The permission to link an account, in the browser that asked for it, under the same protection as {@link SignInCookie}. It is
 * sent only to where it is used, so that no other request carries it.
 */
public final class LinkCookie {
    static final String NAME = "__Secure-link";

    private LinkCookie() {}

    public static List<Header> of(LinkTicket ticket) {
        return cookie(ticket.text(), LinkTicket.LIFETIME);
    }

    static List<Header> cleared() {
        return cookie("", Duration.ZERO);
    }

    private static List<Header> cookie(String value, Duration age) {
        return List.of(new Header(
                "Set-Cookie",
                NAME + "=" + value + "; Max-Age=" + age.toSeconds()
                        + "; Path=/api/v1/auth/link; Secure; HttpOnly; SameSite=Strict"));
    }
}
