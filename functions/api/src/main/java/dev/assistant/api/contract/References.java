package dev.assistant.api.contract;

import tools.jackson.databind.JsonNode;

/** Follows references within the contract. */
final class References {
    private final JsonNode contract;

    References(JsonNode contract) {
        this.contract = contract;
    }

    /** The node, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        String reference = node.path("$ref").asString();
        JsonNode target = contract.at(reference.substring(1));
        if (!reference.startsWith("#/") || target.isMissingNode()) {
            throw new IllegalStateException("the contract refers to nothing: " + reference);
        }
        return target;
    }

    /** The last part of a reference, which names what it refers to. */
    static String name(JsonNode node) {
        String reference = node.path("$ref").asString();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
