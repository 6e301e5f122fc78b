package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.identity.ProfileChange;
import dev.assistant.identity.UpdateProfile;
import java.util.Optional;

/** {@code PATCH /users/me} */
public final class UpdateProfileOperation implements Operation {
    private final UpdateProfile updateProfile;

    public UpdateProfileOperation(UpdateProfile updateProfile) {
        this.updateProfile = updateProfile;
    }

    @Override
    public String id() {
        return "updateProfile";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        Optional<Optional<String>> username = body.nullableText("username");
        ProfileChange change = new ProfileChange(
                username.flatMap(name -> name), body.nullableText("full_name"), body.nullableText("avatar_url"));
        body.requireValid();
        if (username.isPresent() && username.get().isEmpty()) {
            throw new Failure.Invalid("username", "An account keeps a username. Give another, or leave the field out.");
        }
        return Answer.json(200, UserDocument.of(updateProfile.update(request.user(), change)));
    }
}
