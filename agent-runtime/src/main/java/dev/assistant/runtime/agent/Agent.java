package dev.assistant.runtime.agent;

import java.util.Optional;

/**
 * One of the product's agents (SPEC section 6).
 *
 * @param name such as {@code security_auditor}
 * @param instructions what it is told before everything else; there exactly when a model speaks for it
 * @param identity of its entry among the agents, see {@link Identity}
 */
public record Agent(String name, Voice voice, Optional<Prompt> instructions, String identity) {
    public Agent {
        if (instructions.isPresent() != (voice == Voice.MODEL)) {
            throw new IllegalArgumentException(name + " needs instructions exactly when a model speaks for it");
        }
    }

    /** Who speaks for an agent. */
    public enum Voice {
        /** A language model. */
        MODEL,
        /** The workflow's own code. */
        CODE,
        /** A person, at an approval point. */
        PERSON
    }
}
