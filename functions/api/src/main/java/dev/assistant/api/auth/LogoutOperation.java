package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.SignOut;

/** {@code POST /auth/logout} */
public final class LogoutOperation implements Operation {
    private final SignOut signOut;

    public LogoutOperation(SignOut signOut) {
        this.signOut = signOut;
    }

    @Override
    public String id() {
        return "logout";
    }

    @Override
    public Answer answer(Request request) {
        signOut.signOut(request.session());
        return Answer.empty(204).with(SessionCookies.cleared());
    }
}
