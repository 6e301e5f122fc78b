package dev.assistant.runtime.conversation;

import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a conversation.
 *
 * @param turns in their order, without those of children
 * @param children what came of chats held side by side, by name
 */
public record ConversationResult(List<Turn> turns, Ending ending, Map<String, ConversationResult> children) {
    public ConversationResult {
        turns = List.copyOf(turns);
        children = Map.copyOf(children);
    }

    /** The last message of an agent, here and not in children. */
    public Optional<Turn> lastOf(String agent) {
        return turns.reversed().stream()
                .filter(turn -> turn.kind() == Kind.SPOKE && turn.agent().equals(agent))
                .findFirst();
    }

    /** Whether it and all its children came to a complete end. */
    public boolean isComplete() {
        return ending.isComplete() && children.values().stream().allMatch(ConversationResult::isComplete);
    }
}
