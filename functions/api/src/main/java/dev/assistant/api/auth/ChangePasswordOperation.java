package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.ChangePassword;
import dev.assistant.identity.Password;

/** {@code POST /users/me/password} */
public final class ChangePasswordOperation implements Operation {
    private final ChangePassword changePassword;

    public ChangePasswordOperation(ChangePassword changePassword) {
        this.changePassword = changePassword;
    }

    @Override
    public String id() {
        return "changePassword";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        Password present = new Password(body.text("current_password"));
        Password wanted = new Password(body.text("new_password"));
        body.requireValid();
        changePassword.change(request.user(), request.session(), present, wanted, request.client());
        return Answer.empty(204);
    }
}
