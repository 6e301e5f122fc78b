package dev.assistant.api.users;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.PreferenceStore;

/** {@code GET /users/me/preferences} */
public final class GetPreferencesOperation implements Operation {
    private final PreferenceStore preferences;

    public GetPreferencesOperation(PreferenceStore preferences) {
        this.preferences = preferences;
    }

    @Override
    public String id() {
        return "getPreferences";
    }

    @Override
    public Answer answer(Request request) {
        return Answer.json(200, PreferencesDocument.of(preferences.of(request.user())));
    }
}
