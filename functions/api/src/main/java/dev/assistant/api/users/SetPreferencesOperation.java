package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Fields;
import dev.assistant.api.http.JsonBody;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;
import dev.assistant.identity.Preferences;
import dev.assistant.identity.SetPreferences;
import dev.assistant.identity.Theme;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** {@code PUT /users/me/preferences} */
public final class SetPreferencesOperation implements Operation {
    private final SetPreferences setPreferences;

    public SetPreferencesOperation(SetPreferences setPreferences) {
        this.setPreferences = setPreferences;
    }

    @Override
    public String id() {
        return "setPreferences";
    }

    @Override
    public Answer answer(Request request) {
        Fields body = JsonBody.read(request);
        Optional<String> theme = body.optionalText("theme");
        Map<String, Boolean> notifications = body.flags("notifications");
        body.requireValid();
        Preferences wanted = new Preferences(
                theme.map(SetPreferencesOperation::theme).orElse(Preferences.DEFAULT.theme()), notifications);
        setPreferences.set(request.user(), wanted);
        return Answer.json(200, PreferencesDocument.of(wanted));
    }

    private static Theme theme(String name) {
        return Arrays.stream(Theme.values())
                .filter(theme -> PreferencesDocument.name(theme).equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure.Invalid("theme", "Use system, light or dark."));
    }
}
