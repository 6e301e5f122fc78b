package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Catalogue;
import dev.assistant.infrastructure.contract.Contract;
import dev.assistant.infrastructure.settings.Checkout;
import dev.assistant.infrastructure.settings.Settings;

/** What every stack is built from, and what the stacks before it have made. */
public record Surroundings(
        Settings settings,
        Catalogue catalogue,
        Contract contract,
        Checkout checkout,
        Network network,
        Resources resources) {
    public Surroundings with(String name, Resource resource) {
        return with(Resources.none().with(name, resource));
    }

    public Surroundings with(Resources more) {
        return new Surroundings(settings, catalogue, contract, checkout, network, resources.with(more));
    }
}
