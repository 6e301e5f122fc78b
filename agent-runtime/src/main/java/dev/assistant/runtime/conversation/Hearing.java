package dev.assistant.runtime.conversation;

import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Untrusted;
import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.model.ModelMessage;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an agent hears before its turn: task and material first and the same for all agents, so that providers can cache them;
 * then what was said, its own as its answers and the others' under their names. What others said goes back to submitted code, so
 * it is data, too. For one thread.
 */
final class Hearing {
    private static final Prompt SPEAK = Prompt.read("speak.v1");
    private static final Prompt CHOOSE = Prompt.read("choose.v1");
    private static final Prompt AGGREGATE = Prompt.read("aggregate.v1");

    static final List<Prompt> PROMPTS = List.of(SPEAK, CHOOSE, AGGREGATE);

    private final String opening;

    /** Draws the boundaries of the material once, so that all turns of the conversation begin alike. */
    Hearing(Conversation conversation) {
        this.opening = conversation.task()
                + conversation.material().stream()
                        .map(Hearing::envelope)
                        .map("\n\n"::concat)
                        .collect(Collectors.joining());
    }

    private static String envelope(Material material) {
        return Untrusted.envelope(material.name(), material.text());
    }

    /** Before an ordinary turn. */
    List<ModelMessage> before(String speaker, List<Turn> turns) {
        return heard(speaker, turns, SPEAK.fill(Map.of("agent", speaker)));
    }

    /** Before the manager names the next speaker. */
    List<ModelMessage> beforeChoice(String manager, List<Turn> turns, List<String> candidates) {
        return heard(manager, turns, CHOOSE.fill(Map.of("candidates", String.join(", ", candidates))));
    }

    /** Before the manager brings chats together that were held side by side. */
    List<ModelMessage> beforeAggregate(String manager, Map<String, ConversationResult> children) {
        String results = children.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(child -> child(child.getKey(), child.getValue()))
                .collect(Collectors.joining("\n\n"));
        return List.of(new ModelMessage.Asked(
                opening + "\n\n" + AGGREGATE.fill(Map.of("agent", manager, "results", results))));
    }

    private static String child(String name, ConversationResult result) {
        String said = result.turns().stream()
                .filter(turn -> turn.kind() == Kind.SPOKE)
                .map(Hearing::said)
                .collect(Collectors.joining("\n\n"));
        String ending = result.isComplete()
                ? "complete"
                : "incomplete: " + result.ending().why();
        return "## " + name + " (" + ending + ")\n\n" + said;
    }

    private List<ModelMessage> heard(String speaker, List<Turn> turns, String request) {
        List<ModelMessage> messages = new ArrayList<>();
        StringBuilder others = new StringBuilder(opening);
        for (Turn turn : turns) {
            if (turn.kind() != Kind.SPOKE) {
                continue;
            }
            if (turn.agent().equals(speaker)) {
                messages.add(new ModelMessage.Asked(others.toString().strip()));
                messages.add(new ModelMessage.Answered(turn.answer().orElse(turn.text()), List.of()));
                others.setLength(0);
            } else {
                others.append("\n\n").append(said(turn));
            }
        }
        others.append("\n\n").append(request);
        messages.add(new ModelMessage.Asked(others.toString().strip()));
        return messages;
    }

    private static String said(Turn turn) {
        return Untrusted.envelope("said by " + turn.agent(), turn.answer().orElse(turn.text()));
    }
}
