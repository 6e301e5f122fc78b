package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.identity.CompleteProviderSignIn;
import dev.assistant.identity.Provider;
import dev.assistant.identity.SignInAttempt;
import dev.assistant.identity.StartProviderSignIn;
import java.util.Optional;

/** Signing in through a provider, the same for all of them: without a code it starts, with one it ends. Thread-safe. */
public final class ProviderLogin {
    /** Longest code and state that are looked at. */
    private static final int LONGEST = 2_000;

    private final StartProviderSignIn start;
    private final CompleteProviderSignIn complete;

    public ProviderLogin(StartProviderSignIn start, CompleteProviderSignIn complete) {
        this.start = start;
        this.complete = complete;
    }

    Answer answer(Provider provider, Request request) {
        Optional<Fields> body = JsonBody.readIfSent(request);
        Optional<String> code = body.flatMap(fields -> fields.optionalText("code"));
        Optional<String> state = body.flatMap(fields -> fields.optionalText("state"));
        body.ifPresent(Fields::requireValid);
        if (code.isEmpty() && state.isEmpty()) {
            return started(provider);
        }
        SignInAttempt attempt = new SignInAttempt(
                provider,
                sent("state", state),
                request.cookie(SignInCookie.NAME).orElse(""));
        return TokensDocument.answer(complete.complete(attempt, sent("code", code), request.client()))
                .with(SignInCookie.cleared());
    }

    private Answer started(Provider provider) {
        StartProviderSignIn.Started started = start.start(provider);
        return Answer.json(
                        200,
                        new SignInStartedDocument(
                                started.authorization().toString(), SignInAttempt.LIFETIME.toSeconds()))
                .with(SignInCookie.of(started.browserSecret()));
    }

    private static String sent(String field, Optional<String> value) {
        return value.filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                .orElseThrow(() -> new Failure.Invalid(
                        field, "Send what the provider put into the address: both code and state."));
    }
}
