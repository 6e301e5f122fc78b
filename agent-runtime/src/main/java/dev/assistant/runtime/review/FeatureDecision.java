package dev.assistant.runtime.review;

import dev.assistant.review.Finding;
import dev.assistant.review.ReviewDecision;
import dev.assistant.review.ReviewDecision.Outcome;
import dev.assistant.review.ReviewDecision.Part;
import dev.assistant.review.ReviewReport;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Collects what agents say about a whole feature, group by group, and decides in the end. For one thread. */
final class FeatureDecision {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> words = new ArrayList<>();
    private final Map<String, Said> parts = new TreeMap<>();
    private Optional<Outcome> outcome = Optional.empty();

    /** What was said in one of the conversations side by side, in all groups. */
    private static final class Said {
        private final List<String> words = new ArrayList<>();
        private String agent = "";
        private boolean isComplete = true;
    }

    /** Hears the conversation about one group. */
    void hear(ConversationResult result) {
        result.turns().stream().filter(turn -> turn.kind() == Kind.SPOKE).forEach(turn -> {
            Optional<Outcome> said = outcome(turn);
            if (said.isPresent()) {
                outcome = Optional.of(outcome.map(said.get()::or).orElse(said.get()));
                words.add(turn.text());
            }
        });
        result.children().forEach((name, child) -> hear(parts.computeIfAbsent(name, missing -> new Said()), child));
    }

    private static void hear(Said part, ConversationResult child) {
        part.isComplete &= child.isComplete();
        child.turns().forEach(turn -> {
            part.agent = turn.agent();
            part.words.add(turn.text());
        });
    }

    private static Optional<Outcome> outcome(Turn turn) {
        String said = turn.answer()
                .map(answer -> JSON.readTree(answer).path("decision").asString(""))
                .orElse("");
        return Arrays.stream(Outcome.values())
                .filter(each -> each.name().equals(said))
                .findFirst();
    }

    ReviewDecision about(ReviewReport report) {
        List<Part> heard = parts.entrySet().stream()
                .map(part -> part(part.getKey(), part.getValue(), report))
                .toList();
        return ReviewDecision.of(report, outcome, Prompts.told(words), heard);
    }

    /** A part comes to what its agent's findings allow. */
    private static Part part(String name, Said said, ReviewReport report) {
        Outcome allowed = report.findings().stream()
                .filter(Finding::isCounted)
                .filter(finding -> finding.sources().contains(said.agent))
                .map(finding -> ReviewDecision.allowedBy(finding.severity()))
                .reduce(Outcome.APPROVE, Outcome::or);
        return new Part(
                name, said.agent, said.isComplete ? Optional.of(allowed) : Optional.empty(), Prompts.told(said.words));
    }
}
