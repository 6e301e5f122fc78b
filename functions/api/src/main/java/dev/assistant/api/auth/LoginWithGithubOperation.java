package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.Provider;

/** {@code POST /auth/login/github} */
public final class LoginWithGithubOperation implements Operation {
    private final ProviderLogin login;

    public LoginWithGithubOperation(ProviderLogin login) {
        this.login = login;
    }

    @Override
    public String id() {
        return "loginWithGithub";
    }

    @Override
    public Answer answer(Request request) {
        return login.answer(Provider.GITHUB, request);
    }
}
