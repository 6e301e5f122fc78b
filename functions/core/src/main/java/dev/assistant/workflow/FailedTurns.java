package dev.assistant.workflow;

import dev.assistant.workflow.Turn.Kind;
import dev.assistant.workflow.Turn.ModelUse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns of an ended job that came to nothing, and what they leave standing. A conversation ends with its first failed turn, so all
 * before that can be gone on from; one that brings others together, and the checks of claims, rest on what is asked again.
 */
public final class FailedTurns {
    /** Conversations of checks are named after the conversation whose claims they check: {@code check/3/0} after {@code review-3}. */
    private static final String CHECK = "check/";

    private static final String REVIEW = "review-";

    private FailedTurns() {}

    /** The agents whose turns failed or were not paid for any more, in the order in which they did. */
    public static List<String> agents(List<Turn> turns) {
        return turns.stream()
                .filter(FailedTurns::hasFailed)
                .map(Turn::agent)
                .distinct()
                .toList();
    }

    /**
     * The turns that a job need not take again when these agents are asked again. They cost it nothing.
     *
     * @param agents whose failed turns are taken again
     */
    public static List<Turn> kept(List<Turn> turns, Set<String> agents) {
        Map<String, Integer> brokenAt = turns.stream()
                .filter(FailedTurns::hasFailed)
                .filter(turn -> agents.contains(turn.agent()))
                .collect(Collectors.toMap(Turn::conversation, Turn::number, Math::min));
        return turns.stream()
                .filter(turn -> turn.kind() != Kind.DECIDED)
                .filter(turn ->
                        !brokenAt.containsKey(turn.conversation()) || turn.number() < brokenAt.get(turn.conversation()))
                .filter(turn -> brokenAt.keySet().stream().noneMatch(broken -> restsOn(turn.conversation(), broken)))
                .map(FailedTurns::free)
                .toList();
    }

    private static boolean hasFailed(Turn turn) {
        return turn.kind() == Kind.FAILED || turn.kind() == Kind.OVERDRAWN;
    }

    /** Whether a conversation brings another one together with its siblings, or checks what was claimed in it. */
    private static boolean restsOn(String conversation, String broken) {
        return broken.startsWith(conversation + "/")
                || (conversation.startsWith(CHECK)
                        && broken.startsWith(REVIEW)
                        && groupOf(conversation, CHECK).equals(groupOf(broken, REVIEW)));
    }

    private static String groupOf(String conversation, String prefix) {
        String rest = conversation.substring(prefix.length());
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static Turn free(Turn turn) {
        Optional<ModelUse> use =
                turn.model().map(paid -> new ModelUse(paid.model(), paid.prompt(), 0, 0, 0, BigDecimal.ZERO, 0));
        return new Turn(
                turn.conversation(),
                turn.number(),
                turn.agent(),
                turn.kind(),
                turn.text(),
                turn.answer(),
                turn.done(),
                turn.tools(),
                use,
                Duration.ZERO);
    }
}
