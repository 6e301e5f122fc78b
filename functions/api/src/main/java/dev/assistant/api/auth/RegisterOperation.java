package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.api.users.UserDocument;
import dev.assistant.identity.Password;
import dev.assistant.identity.RegisterUser;
import dev.assistant.identity.Registration;

/** {@code POST /auth/register} */
public final class RegisterOperation implements Operation {
    private final RegisterUser registerUser;

    public RegisterOperation(RegisterUser registerUser) {
        this.registerUser = registerUser;
    }

    @Override
    public String id() {
        return "register";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        Registration registration = new Registration(
                body.text("email"),
                body.text("username"),
                new Password(body.text("password")),
                body.optionalText("full_name"));
        body.requireValid();
        return Answer.json(201, UserDocument.of(registerUser.register(registration)));
    }
}
