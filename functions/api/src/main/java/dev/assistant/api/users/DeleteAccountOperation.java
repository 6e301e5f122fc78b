package dev.assistant.api.users;

import dev.assistant.api.auth.SessionCookies;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.erasure.DeleteAccount;

/** {@code DELETE /users/me} */
public final class DeleteAccountOperation implements Operation {
    private final DeleteAccount deleteAccount;

    public DeleteAccountOperation(DeleteAccount deleteAccount) {
        this.deleteAccount = deleteAccount;
    }

    @Override
    public String id() {
        return "deleteAccount";
    }

    @Override
    public Answer answer(Request request) {
        deleteAccount.delete(request.user());
        return Answer.empty(204).with(SessionCookies.cleared());
    }
}
