package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.IdentityProviders;
import dev.assistant.infrastructure.constructs.InvokedFunction;
import dev.assistant.infrastructure.constructs.Models;
import dev.assistant.infrastructure.constructs.Repositories;
import dev.assistant.infrastructure.constructs.RoutedApi;
import dev.assistant.infrastructure.constructs.Surroundings;
import software.constructs.Construct;

/** The REST API and the functions that answer it; both in one stack, or {@code sam local} would not find the functions. */
public final class ApiStack extends AssistantStack {
    private final RoutedApi api;

    public ApiStack(Construct scope, Surroundings around) {
        super(scope, "api", "REST API", around.settings());
        Surroundings all = around.with(InvokedFunction.all(this, around))
                .with("identity_providers", new IdentityProviders(this, around.settings()))
                .with("models", new Models(around.settings()))
                .with("repositories", new Repositories());
        this.api = new RoutedApi(this, all);
    }

    public RoutedApi api() {
        return api;
    }
}
