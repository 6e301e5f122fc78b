package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.repository.RepositoryGrants;

/** {@code DELETE /users/me/repository-access} */
public final class DeleteRepositoryAccessOperation implements Operation {
    private final RepositoryGrants grants;

    public DeleteRepositoryAccessOperation(RepositoryGrants grants) {
        this.grants = grants;
    }

    @Override
    public String id() {
        return "deleteRepositoryAccess";
    }

    @Override
    public Answer answer(Request request) {
        grants.remove(request.user());
        return Answer.empty(204);
    }
}
