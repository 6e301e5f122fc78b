package dev.assistant.api.users;

import dev.assistant.api.auth.NamedProvider;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.UnlinkProvider;

/** {@code DELETE /users/me/identities/{provider}} */
public final class UnlinkIdentityOperation implements Operation {
    private final UnlinkProvider unlinkProvider;

    public UnlinkIdentityOperation(UnlinkProvider unlinkProvider) {
        this.unlinkProvider = unlinkProvider;
    }

    @Override
    public String id() {
        return "unlinkIdentity";
    }

    @Override
    public Answer answer(Request request) {
        unlinkProvider.unlink(request.user(), NamedProvider.of(request));
        return Answer.empty(204);
    }
}
