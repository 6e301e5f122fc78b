package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.ResendVerification;

/** {@code POST /auth/resend-verification} */
public final class ResendVerificationOperation implements Operation {
    private final ResendVerification resendVerification;

    public ResendVerificationOperation(ResendVerification resendVerification) {
        this.resendVerification = resendVerification;
    }

    @Override
    public String id() {
        return "resendVerification";
    }

    @Override
    public Answer answer(Request request) {
        resendVerification.resend(EmailField.read(JsonBody.read(request)), request.client());
        return Answer.empty(202);
    }
}
