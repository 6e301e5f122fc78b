package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.identity.SignInAttempt;
import dev.assistant.identity.StartProviderSignIn;

/** Where a browser goes next, on the wire. Grows only by optional fields. */
record SignInStartedDocument(String authorizationUrl, long expiresIn) {

    /** With the cookie that the browser keeps until it is back. */
    static Answer answer(StartProviderSignIn.Started started) {
        return Answer.json(
                        200,
                        new SignInStartedDocument(
                                started.authorization().toString(), SignInAttempt.LIFETIME.toSeconds()))
                .with(SignInCookie.of(started.browserSecret()));
    }
}
