package dev.assistant.api.contract;

import tools.jackson.databind.JsonNode;

/** The contract as a page. */
final class DocsPage {
    private final JsonNode contract;

    DocsPage(JsonNode contract) {
        this.contract = contract;
    }

    String html() {
        return "<!doctype html><title>" + contract.path("info").path("title").asString("") + "</title>";
    }
}
