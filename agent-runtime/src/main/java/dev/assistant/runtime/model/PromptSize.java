package dev.assistant.runtime.model;

import dev.assistant.model.TokenCount;
import dev.assistant.runtime.model.ModelMessage.Answered;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.model.ModelMessage.Called;

/** How long requests are, without asking the model: rather too much than too little. */
final class PromptSize {
    private PromptSize() {}

    static long tokens(ModelRequest request) {
        long tokens = TokenCount.most(request.system());
        tokens += request.schema().map(schema -> TokenCount.most(schema.json())).orElse(0L);
        tokens += request.tools().stream()
                .mapToLong(tool -> TokenCount.most(tool.description()) + TokenCount.most(tool.inputSchema()))
                .sum();
        return tokens
                + request.messages().stream().mapToLong(PromptSize::tokens).sum();
    }

    private static long tokens(ModelMessage message) {
        return switch (message) {
            case Asked asked -> TokenCount.most(asked.text());
            case Answered answered ->
                TokenCount.most(answered.text())
                        + answered.calls().stream()
                                .mapToLong(call -> TokenCount.most(call.arguments()))
                                .sum();
            case Called called ->
                called.results().stream()
                        .mapToLong(result -> TokenCount.most(result.text()))
                        .sum();
        };
    }
}
