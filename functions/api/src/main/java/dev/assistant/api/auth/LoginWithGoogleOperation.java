package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.Provider;

/** {@code POST /auth/login/google} */
public final class LoginWithGoogleOperation implements Operation {
    private final ProviderLogin login;

    public LoginWithGoogleOperation(ProviderLogin login) {
        this.login = login;
    }

    @Override
    public String id() {
        return "loginWithGoogle";
    }

    @Override
    public Answer answer(Request request) {
        return login.answer(Provider.GOOGLE, request);
    }
}
