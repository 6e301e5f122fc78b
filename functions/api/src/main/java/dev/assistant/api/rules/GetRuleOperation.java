package dev.assistant.api.rules;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;

/** {@code GET /rules/{language}/{name}}: the path after {@code /rules/} is the rule's id as findings have it. */
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
        return Kept.answer(
                request, rules.byId(language + "/" + request.parameters().getOrDefault("name", "")));
    }
}
