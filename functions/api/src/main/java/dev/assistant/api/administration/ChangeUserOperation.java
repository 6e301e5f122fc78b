package dev.assistant.api.administration;

import dev.assistant.administration.SwitchAccount;
import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.UserId;

/** {@code PATCH /admin/users/{id}} */
public final class ChangeUserOperation implements Operation {
    private final SwitchAccount switchAccount;

    public ChangeUserOperation(SwitchAccount switchAccount) {
        this.switchAccount = switchAccount;
    }

    @Override
    public String id() {
        return "changeUser";
    }

    @Override
    public Answer answer(Request request) {
        UserId user = new UserId(request.id("id", "account"));
        Fields body = JsonBody.read(request);
        boolean active = body.yesOrNo("active");
        body.requireValid();
        return Answer.json(200, AccountDocument.of(switchAccount.activate(request.user(), user, active)));
    }
}
