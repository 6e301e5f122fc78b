package dev.assistant.runtime.review;

import dev.assistant.review.Category;
import dev.assistant.review.Severity;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What agents said about code, read from their answers. It is untrusted: nothing of it is known to be in the code.
 *
 * @param made in the order in which they were made
 * @param dismissed analysers' findings that agents hold wrong
 */
record Claims(List<Claim> made, List<Dismissal> dismissed) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CWE = Pattern.compile("CWE-\\d{1,5}");
    private static final int MOST_CWE = 5;

    Claims {
        made = List.copyOf(made);
        dismissed = List.copyOf(dismissed);
    }

    /**
     * One problem that an agent sees.
     *
     * @param replacement of the quote
     * @param evidence ids of analysers' findings that say the same
     */
    record Claim(
            String agent,
            String path,
            String quote,
            Severity severity,
            Category category,
            String message,
            Optional<String> suggestion,
            Optional<String> replacement,
            List<String> cwe,
            double confidence,
            List<String> evidence) {}

    /** An agent's reason why an analysers' finding is wrong. */
    record Dismissal(String agent, String id, String reason) {}

    /** Of a conversation and its children; what does not follow the schema was refused before. */
    static Claims of(ConversationResult result) {
        List<Claim> made = new ArrayList<>();
        List<Dismissal> dismissed = new ArrayList<>();
        for (Turn turn : turns(result)) {
            JsonNode answer = JSON.readTree(turn.answer().orElse("{}"));
            for (JsonNode claim : answer.path("findings")) {
                made.add(claim(turn.agent(), claim));
            }
            for (JsonNode dismissal : answer.path("dismissed_evidence")) {
                dismissed.add(new Dismissal(turn.agent(), text(dismissal, "id"), text(dismissal, "reason")));
            }
        }
        return new Claims(made, dismissed);
    }

    /** What was said, children first, in the order of their names. */
    static List<Turn> turns(ConversationResult result) {
        List<Turn> turns = new ArrayList<>();
        new TreeMap<>(result.children()).values().forEach(child -> turns.addAll(turns(child)));
        result.turns().stream().filter(turn -> turn.kind() == Kind.SPOKE).forEach(turns::add);
        return turns;
    }

    private static Claim claim(String agent, JsonNode claim) {
        return new Claim(
                agent,
                text(claim, "file_path"),
                text(claim, "quote"),
                Severity.valueOf(text(claim, "severity").toUpperCase(Locale.ROOT)),
                Category.valueOf(text(claim, "category").toUpperCase(Locale.ROOT)),
                text(claim, "message"),
                Optional.of(text(claim, "suggestion")).filter(text -> !text.isBlank()),
                claim.path("replacement").stringValueOpt(),
                claim.path("cwe")
                        .valueStream()
                        .map(cwe -> cwe.asString(""))
                        .filter(cwe -> CWE.matcher(cwe).matches())
                        .distinct()
                        .limit(MOST_CWE)
                        .toList(),
                Math.clamp(claim.path("confidence").asDouble(0), 0, 1),
                claim.path("evidence_ids")
                        .valueStream()
                        .map(id -> id.asString(""))
                        .toList());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
