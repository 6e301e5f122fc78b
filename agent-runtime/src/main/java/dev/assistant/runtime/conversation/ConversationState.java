package dev.assistant.runtime.conversation;

import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that decides what happens next.
 *
 * @param children what came of chats held side by side, by name; empty while they have not been held
 */
public record ConversationState(List<Turn> turns, Map<String, ConversationResult> children) {
    public ConversationState {
        turns = List.copyOf(turns);
        children = Map.copyOf(children);
    }

    /** One in which only turns count. */
    public static ConversationState of(List<Turn> turns) {
        return new ConversationState(turns, Map.of());
    }

    Optional<Turn> last() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
    }

    /** The messages, without choices of speakers and the like. */
    List<Turn> spoken() {
        return turns.stream().filter(turn -> turn.kind() == Kind.SPOKE).toList();
    }

    Optional<Turn> lastSpoken() {
        List<Turn> spoken = spoken();
        return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken.getLast());
    }
}
