package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.MailedToken;
import dev.assistant.identity.VerifyAddress;

/** {@code POST /auth/verify-email} */
public final class VerifyEmailOperation implements Operation {
    private final VerifyAddress verifyAddress;

    public VerifyEmailOperation(VerifyAddress verifyAddress) {
        this.verifyAddress = verifyAddress;
    }

    @Override
    public String id() {
        return "verifyEmail";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        MailedToken token = new MailedToken(body.text("token"));
        body.requireValid();
        verifyAddress.verify(token);
        return Answer.empty(204);
    }
}
