package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.ForgotPassword;

/** {@code POST /auth/forgot-password} */
public final class ForgotPasswordOperation implements Operation {
    private final ForgotPassword forgotPassword;

    public ForgotPasswordOperation(ForgotPassword forgotPassword) {
        this.forgotPassword = forgotPassword;
    }

    @Override
    public String id() {
        return "forgotPassword";
    }

    @Override
    public Answer answer(Request request) {
        forgotPassword.forgot(EmailField.read(JsonBody.read(request)), request.client());
        return Answer.empty(202);
    }
}
