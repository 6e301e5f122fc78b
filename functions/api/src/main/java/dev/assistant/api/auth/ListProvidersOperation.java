package dev.assistant.api.auth;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.identity.IdentityProviders;
import java.util.List;

/** {@code GET /auth/providers} */
public final class ListProvidersOperation implements Operation {
    private final IdentityProviders providers;

    public ListProvidersOperation(IdentityProviders providers) {
        this.providers = providers;
    }

    @Override
    public String id() {
        return "listProviders";
    }

    @Override
    public Answer answer(Request request) {
        List<Item> items = providers.offered().stream()
                .map(provider -> new Item(provider.word(), provider.label()))
                .toList();
        return Answer.json(200, new Page(items)).with("Cache-Control", "public, max-age=300");
    }

    private record Page(List<Item> items) {}

    private record Item(String name, String label) {}
}
