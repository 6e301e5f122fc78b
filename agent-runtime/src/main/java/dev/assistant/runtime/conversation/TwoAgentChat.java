package dev.assistant.runtime.conversation;

import dev.assistant.runtime.conversation.Step.Finish;
import dev.assistant.runtime.conversation.Step.Speak;

/** Two agents in turn. */
public record TwoAgentChat(String first, String second, Termination termination) implements ConversationPattern {
    @Override
    public Step next(ConversationState state) {
        return termination
                .ending(state)
                .<Step>map(Finish::new)
                .orElseGet(() -> new Speak(
                        state.lastSpoken()
                                        .filter(turn -> turn.agent().equals(first))
                                        .isPresent()
                                ? second
                                : first));
    }
}
