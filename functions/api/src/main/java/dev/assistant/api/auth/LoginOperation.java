package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.Password;
import dev.assistant.identity.SignIn;

/** {@code POST /auth/login} */
public final class LoginOperation implements Operation {
    private final SignIn signIn;

    public LoginOperation(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public String id() {
        return "login";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        String email = body.text("email");
        Password password = new Password(body.text("password"));
        body.requireValid();
        return TokensDocument.answer(signIn.signIn(email, password, request.client()));
    }
}
