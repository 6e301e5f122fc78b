package dev.assistant.api.system;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;

/** {@code GET /openapi.json}: the contract itself. */
public final class GetContractOperation implements Operation {
    private final BuiltDocument contract = BuiltDocument.read("/contract/openapi.json", "application/json");

    @Override
    public String id() {
        return "getContract";
    }

    @Override
    public Answer answer(Request request) {
        return contract.answer(request);
    }
}
