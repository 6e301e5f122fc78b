package dev.assistant.runtime.model;

import dev.assistant.runtime.model.ModelMessage.Answered;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.model.ModelMessage.Called;
import java.nio.charset.StandardCharsets;

/** How long requests are, without asking the model: rather too much than too little. */
public final class PromptSize {
    /** Fewer bytes than code has to a token with any usual tokenizer; prose has more. */
    private static final int BYTES_PER_TOKEN = 3;

    private PromptSize() {}

    /** How many tokens a text has at most, near enough. */
    public static long tokens(String text) {
        return Math.ceilDiv(text.getBytes(StandardCharsets.UTF_8).length, BYTES_PER_TOKEN);
    }

    static long tokens(ModelRequest request) {
        long tokens = tokens(request.system());
        tokens += request.schema().map(schema -> tokens(schema.json())).orElse(0L);
        tokens += request.tools().stream()
                .mapToLong(tool -> tokens(tool.description()) + tokens(tool.inputSchema()))
                .sum();
        return tokens
                + request.messages().stream().mapToLong(PromptSize::tokens).sum();
    }

    private static long tokens(ModelMessage message) {
        return switch (message) {
            case Asked asked -> tokens(asked.text());
            case Answered answered ->
                tokens(answered.text())
                        + answered.calls().stream()
                                .mapToLong(call -> tokens(call.arguments()))
                                .sum();
            case Called called ->
                called.results().stream()
                        .mapToLong(result -> tokens(result.text()))
                        .sum();
        };
    }
}
