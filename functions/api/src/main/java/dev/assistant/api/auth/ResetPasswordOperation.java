package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.MailedToken;
import dev.assistant.identity.Password;
import dev.assistant.identity.ResetPassword;

/** {@code POST /auth/reset-password} */
public final class ResetPasswordOperation implements Operation {
    private final ResetPassword resetPassword;

    public ResetPasswordOperation(ResetPassword resetPassword) {
        this.resetPassword = resetPassword;
    }

    @Override
    public String id() {
        return "resetPassword";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        MailedToken token = new MailedToken(body.text("token"));
        Password password = new Password(body.text("password"));
        body.requireValid();
        resetPassword.reset(token, password);
        return Answer.empty(204);
    }
}
