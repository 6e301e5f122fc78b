package dev.assistant.api.rules;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import dev.assistant.failure.Failure;

/** {@code GET /rules/{language}/{name}}: the rule whose {@link Rules#path} that is. */
public final class GetRuleOperation implements Operation {
    private final Rules rules;

    public GetRuleOperation(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String id() {
        return "getRule";
    }

    @Override
    public Answer answer(Request request) {
        String language = request.parameters().getOrDefault("language", "");
        String name = request.parameters().getOrDefault("name", "");
        return Kept.answer(
                request, rules.atPath(language + "/" + name).orElseThrow(() -> new Failure.NotFound("rule")));
    }
}
