package dev.assistant.runtime.conversation;

import dev.assistant.runtime.agent.Role;
import dev.assistant.workflow.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation to be held.
 *
 * @param id unique within its job, and the same when it is resumed: letters, digits, {@code -}, {@code _} and {@code /}
 * @param roles by agent's name
 * @param task what is to be done, in the product's own words
 * @param material what it is to be done with; written by others
 * @param code what agents say for whom no model speaks, by agent's name
 */
public record Conversation(
        String id,
        ConversationPattern pattern,
        Map<String, Role> roles,
        String task,
        List<Material> material,
        Map<String, CodeVoice> code) {
    public Conversation {
        roles = Map.copyOf(roles);
        material = List.copyOf(material);
        code = Map.copyOf(code);
    }

    /** A text that others wrote, such as a file; agents get it as data, with secrets masked. */
    public record Material(String name, String text) {}

    /** Speaks for an agent without a model. The same turns must make it say the same, or a resumed job would differ. */
    @FunctionalInterface
    public interface CodeVoice {
        /** @throws InterruptedException when the calling thread was interrupted */
        Spoken speak(List<Turn> soFar) throws InterruptedException;
    }

    /** What a {@link CodeVoice} says. */
    public record Spoken(String text, Optional<String> answer, boolean done) {}

    Role role(String agent) {
        return Optional.ofNullable(roles.get(agent)).orElseThrow();
    }

    CodeVoice voice(String agent) {
        return Optional.ofNullable(code.get(agent)).orElseThrow();
    }

    /** A chat within this one. */
    Conversation child(String name, ConversationPattern its) {
        return new Conversation(id + "/" + name, its, roles, task, material, code);
    }
}
