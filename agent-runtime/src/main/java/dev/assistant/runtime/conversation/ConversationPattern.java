package dev.assistant.runtime.conversation;

/** Who speaks next, and when it is over: a pure function of what has been said. Immutable. */
public sealed interface ConversationPattern permits TwoAgentChat, GroupChat, NestedChat {
    Step next(ConversationState state);
}
