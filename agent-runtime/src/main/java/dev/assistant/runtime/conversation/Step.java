package dev.assistant.runtime.conversation;

import java.util.List;

/** What happens next in a conversation. */
public sealed interface Step {
    /** An agent takes its turn. */
    record Speak(String agent) implements Step {}

    /**
     * The manager names the next speaker.
     *
     * @param candidates who may speak, at least two
     * @param otherwise who speaks when the manager names nobody usable
     */
    record Choose(String manager, List<String> candidates, String otherwise) implements Step {
        public Choose {
            candidates = List.copyOf(candidates);
        }
    }

    /** Chats are held side by side. */
    record HoldChildren() implements Step {}

    /** A person is asked; the job waits for the answer. */
    record AskPerson(String agent) implements Step {}

    /** It is over. */
    record Finish(Ending ending) implements Step {}
}
