package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.repository.RepositoryGrants;

/** {@code GET /users/me/repository-access} */
public final class GetRepositoryAccessOperation implements Operation {
    private final RepositoryGrants grants;

    public GetRepositoryAccessOperation(RepositoryGrants grants) {
        this.grants = grants;
    }

    @Override
    public String id() {
        return "getRepositoryAccess";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.json(200, RepositoryAccessDocument.of(grants.of(request.user())));
    }
}
