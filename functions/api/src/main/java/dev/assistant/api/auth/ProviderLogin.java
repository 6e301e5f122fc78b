package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Request;
import dev.assistant.identity.CompleteProviderSignIn;
import dev.assistant.identity.Provider;
import dev.assistant.identity.SignInAttempt.Purpose;
import dev.assistant.identity.StartProviderSignIn;

/** Signing in through a provider, the same for all of them: without a code it starts, with one it ends. Thread-safe. */
public final class ProviderLogin {
    private final StartProviderSignIn start;
    private final CompleteProviderSignIn complete;

    public ProviderLogin(StartProviderSignIn start, CompleteProviderSignIn complete) {
        this.start = start;
        this.complete = complete;
    }

    Answer answer(Provider provider, Request request) {
        return ProviderReturn.of(request, provider, Purpose.SIGN_IN)
                .map(back -> completed(back, request))
                .orElseGet(() -> SignInStartedDocument.answer(start.start(provider, Purpose.SIGN_IN)));
    }

    private Answer completed(ProviderReturn back, Request request) {
        return TokensDocument.answer(complete.complete(back.attempt(), back.code(), request.client()))
                .with(SignInCookie.cleared());
    }
}
