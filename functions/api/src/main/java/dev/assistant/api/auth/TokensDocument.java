package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.users.UserDocument;
import dev.assistant.identity.AccessTokens;
import dev.assistant.identity.SignedIn;

/** Tokens on the wire (SPEC section 2). Grows only by optional fields. */
record TokensDocument(String accessToken, String refreshToken, String tokenType, long expiresIn, UserDocument user) {

    /** In the body for clients, as cookies for browsers. */
    static Answer answer(SignedIn signedIn) {
        TokensDocument document = new TokensDocument(
                signedIn.accessToken(),
                signedIn.refreshToken().text(),
                "Bearer",
                AccessTokens.LIFETIME.toSeconds(),
                UserDocument.of(signedIn.user()));
        return Answer.json(200, document).with(SessionCookies.of(signedIn));
    }

    @Override
    public String toString() {
        return "TokensDocument[" + user.id() + "]";
    }
}
