package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.repository.GrantAccess;

/** {@code PUT /users/me/repository-access} */
public final class SetRepositoryAccessOperation implements Operation {
    private final GrantAccess grantAccess;

    public SetRepositoryAccessOperation(GrantAccess grantAccess) {
        this.grantAccess = grantAccess;
    }

    @Override
    public String id() {
        return "setRepositoryAccess";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        String token = body.text("token");
        body.requireValid();
        return Answer.json(200, RepositoryAccessDocument.of(grantAccess.grant(request.user(), token)));
    }
}
