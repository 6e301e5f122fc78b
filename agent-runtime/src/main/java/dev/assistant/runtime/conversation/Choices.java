package dev.assistant.runtime.conversation;

import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A manager's choice of the next speaker, as a turn. */
final class Choices {
    private static final JsonMapper JSON = new JsonMapper();

    private Choices() {}

    /** Whom a turn of kind {@link Kind#CHOSE} names. */
    static String next(Turn choice) {
        return JSON.readTree(choice.answer().orElseThrow()).path("next").stringValue();
    }

    /** The choice that stands for one that failed: it has its cost, and the agent whose turn it is. */
    static Turn otherwise(Turn failed, String next) {
        String answer = JSON.writeValueAsString(
                JSON.createObjectNode().put("next", next).put("done", false));
        return new Turn(
                failed.conversation(),
                failed.number(),
                failed.agent(),
                Kind.CHOSE,
                "No next speaker was named, so it is %s's turn. %s".formatted(next, failed.text()),
                Optional.of(answer),
                false,
                failed.tools(),
                failed.model(),
                failed.duration());
    }
}
