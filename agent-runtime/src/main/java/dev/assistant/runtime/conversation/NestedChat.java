package dev.assistant.runtime.conversation;

import dev.assistant.runtime.conversation.Step.Finish;
import dev.assistant.runtime.conversation.Step.HoldChildren;
import dev.assistant.runtime.conversation.Step.Speak;
import dev.assistant.workflow.Turn;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Chats held side by side, whose results the manager then brings together. One that fails leaves the others' results, and the
 * manager is told which are missing.
 *
 * @param children by name, in the order in which they are brought together; none nests further
 */
public record NestedChat(String manager, Map<String, ConversationPattern> children) implements ConversationPattern {
    public NestedChat {
        children = new LinkedHashMap<>(children);
        if (children.values().stream().anyMatch(NestedChat.class::isInstance)) {
            throw new IllegalArgumentException("chats nest once");
        }
    }

    /** The children come first even when they have been brought together: a resumed conversation's result holds theirs, too. */
    @Override
    public Step next(ConversationState state) {
        if (state.children().isEmpty()) {
            return new HoldChildren();
        }
        return state.last()
                .<Step>map(aggregate -> new Finish(ending(aggregate)))
                .orElseGet(() -> new Speak(manager));
    }

    private static Ending ending(Turn aggregate) {
        return switch (aggregate.kind()) {
            case FAILED -> new Ending(Ending.Kind.FAILED, aggregate.text());
            case OVERDRAWN -> new Ending(Ending.Kind.OVERDRAWN, aggregate.text());
            case SPOKE, CHOSE, DECIDED -> new Ending(Ending.Kind.DONE, "The results have been brought together.");
        };
    }
}
