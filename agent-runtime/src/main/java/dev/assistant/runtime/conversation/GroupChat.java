package dev.assistant.runtime.conversation;

import dev.assistant.runtime.conversation.Step.AskPerson;
import dev.assistant.runtime.conversation.Step.Choose;
import dev.assistant.runtime.conversation.Step.Finish;
import dev.assistant.runtime.conversation.Step.Speak;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several agents. The first of them opens; after that the speaker is named by the manager, is next in turn, or follows from
 * rules.
 *
 * @param agents in the order of turns
 * @param speakers how the next one is found
 * @param mayRepeat whether one agent may speak twice in a row
 * @param approval the agent through whom a person is asked when the others are done; empty when nobody is
 */
public record GroupChat(
        List<String> agents, Speakers speakers, boolean mayRepeat, Termination termination, Optional<String> approval)
        implements ConversationPattern {
    public GroupChat {
        agents = List.copyOf(agents);
        if (agents.isEmpty()) {
            throw new IllegalArgumentException("a group needs an agent");
        }
    }

    /** How the next speaker is found. */
    public sealed interface Speakers {
        /** The manager names them, in a JSON schema. */
        record Auto(String manager) implements Speakers {}

        /** One after the other. */
        record RoundRobin() implements Speakers {}

        /** Who follows whom; whoever is not there is followed by the next in turn. */
        record Rules(Map<String, String> after) implements Speakers {
            public Rules {
                after = Map.copyOf(after);
            }
        }
    }

    @Override
    public Step next(ConversationState state) {
        Optional<Turn> decision = state.last().filter(turn -> turn.kind() == Kind.DECIDED);
        if (decision.isPresent()) {
            return new Finish(decided(decision.get()));
        }
        return termination.ending(state).map(this::over).orElseGet(() -> goOn(state));
    }

    private Step over(Ending ending) {
        return approval.filter(agent -> ending.isComplete())
                .<Step>map(AskPerson::new)
                .orElseGet(() -> new Finish(ending));
    }

    private static Ending decided(Turn turn) {
        return new Ending(turn.done() ? Ending.Kind.APPROVED : Ending.Kind.REJECTED, turn.text());
    }

    private Step goOn(ConversationState state) {
        Optional<Turn> choice = state.last().filter(turn -> turn.kind() == Kind.CHOSE);
        if (choice.isPresent()) {
            return new Speak(Choices.next(choice.get()));
        }
        return state.lastSpoken().map(this::follow).orElseGet(() -> new Speak(agents.getFirst()));
    }

    private Step follow(Turn last) {
        String inTurn = agents.get((agents.indexOf(last.agent()) + 1) % agents.size());
        return switch (speakers) {
            case Speakers.RoundRobin turn -> new Speak(inTurn);
            case Speakers.Rules rules -> new Speak(rules.after().getOrDefault(last.agent(), inTurn));
            case Speakers.Auto auto -> {
                List<String> candidates = agents.stream()
                        .filter(agent -> mayRepeat || !agent.equals(last.agent()))
                        .toList();
                yield candidates.size() < 2 ? new Speak(inTurn) : new Choose(auto.manager(), candidates, inTurn);
            }
        };
    }
}
