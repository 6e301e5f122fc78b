package dev.assistant.api.workflows;

import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.ModelUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A turn on the wire. Grows only by optional fields.
 *
 * @param tools names of those that it used
 * @param inputTokens what it cost; null where no model took part in it
 * @param conversation null for what the product itself says
 */
record TurnDocument(
        String agent,
        String text,
        List<String> tools,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable String conversation,
        String kind,
        @Nullable String model,
        @Nullable Double durationSeconds,
        @Nullable BigDecimal costUsd) {
    static TurnDocument of(Turn turn) {
        boolean isOfConversation = !turn.conversation().isEmpty();
        return new TurnDocument(
                turn.agent(),
                turn.text(),
                turn.tools().stream().map(Turn.ToolUse::tool).toList(),
                turn.model().map(ModelUse::inputTokens).orElse(null),
                turn.model().map(ModelUse::outputTokens).orElse(null),
                isOfConversation ? turn.conversation() : null,
                turn.kind().name().toLowerCase(Locale.ROOT),
                turn.model().map(ModelUse::model).orElse(null),
                isOfConversation ? turn.duration().toMillis() / 1000.0 : null,
                turn.model().map(ModelUse::usd).orElse(null));
    }
}
