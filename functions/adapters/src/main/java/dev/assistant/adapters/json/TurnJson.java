package dev.assistant.adapters.json;

import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import dev.assistant.workflow.Turn.ModelUse;
import dev.assistant.workflow.Turn.ToolUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns of conversations as stored JSON; grows only by optional fields. Thread-safe. */
public final class TurnJson {
    private TurnJson() {}

    public static String write(Turn turn) {
        return WireJson.MAPPER.writeValueAsString(new TurnDocument(
                turn.conversation(),
                turn.number(),
                turn.agent(),
                turn.kind().name().toLowerCase(Locale.ROOT),
                turn.text(),
                turn.answer().orElse(null),
                turn.done(),
                turn.tools().stream()
                        .map(use -> new ToolDocument(use.tool(), use.failed()))
                        .toList(),
                turn.model().map(TurnJson::document).orElse(null),
                Seconds.of(turn.duration())));
    }

    public static Turn read(String json) {
        TurnDocument turn = WireJson.MAPPER.readValue(json, TurnDocument.class);
        return new Turn(
                turn.conversation(),
                turn.number(),
                turn.agent(),
                WireNames.constant(Kind.class, turn.kind()),
                turn.text(),
                Optional.ofNullable(turn.answer()),
                turn.done(),
                turn.tools().stream()
                        .map(use -> new ToolUse(use.tool(), use.failed()))
                        .toList(),
                Optional.ofNullable(turn.model()).map(TurnJson::use),
                Seconds.toDuration(turn.durationSeconds()));
    }

    private static ModelDocument document(ModelUse use) {
        return new ModelDocument(
                use.model(),
                use.prompt(),
                use.inputTokens(),
                use.outputTokens(),
                use.cachedTokens(),
                use.usd(),
                use.calls());
    }

    private static ModelUse use(ModelDocument use) {
        return new ModelUse(
                use.model(),
                use.prompt(),
                use.inputTokens(),
                use.outputTokens(),
                use.cachedTokens(),
                use.usd(),
                use.calls());
    }

    private record TurnDocument(
            String conversation,
            int number,
            String agent,
            String kind,
            String text,
            @Nullable String answer,
            boolean done,
            List<ToolDocument> tools,
            @Nullable ModelDocument model,
            double durationSeconds) {}

    private record ToolDocument(String tool, boolean failed) {}

    private record ModelDocument(
            String model,
            String prompt,
            long inputTokens,
            long outputTokens,
            long cachedTokens,
            BigDecimal usd,
            int calls) {}
}
