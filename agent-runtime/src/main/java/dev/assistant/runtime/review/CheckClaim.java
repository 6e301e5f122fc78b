package dev.assistant.runtime.review;

import dev.assistant.review.Stretch;
import dev.assistant.review.TextRange;
import dev.assistant.runtime.agent.Agents;
import dev.assistant.runtime.agent.AnswerSchemas;
import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Role;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.agent.Untrusted;
import dev.assistant.runtime.conversation.ConversationEngine;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.review.Claims.Claim;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The second pass: an agent who has heard nothing of the conversation gets one claim and the code around it (ARCHITECTURE
 * section 4, step 5). Thread-safe.
 */
final class CheckClaim {
    private static final int LINES_AROUND = 20;
    private static final int MOST_TOKENS = 800;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ConversationEngine engine;
    private final Prompt prompt = Prompt.read("verify.v1");
    private final Role analyzer;
    private final Role auditor;

    CheckClaim(ConversationEngine engine, Agents agents) {
        this.engine = engine;
        this.analyzer = role(agents, "code_analyzer");
        this.auditor = role(agents, "security_auditor");
    }

    private static Role role(Agents agents, String name) {
        return new Role(
                agents.find(name).orElseThrow(), Optional.of(AnswerSchemas.read("verdict")), Set.of(), MOST_TOKENS, 0);
    }

    /** What a check is made with, see {@link dev.assistant.runtime.agent.Identity}. */
    Stream<String> definitions() {
        return Stream.of(Stream.of(prompt.identity()), analyzer.definitions(), auditor.definitions())
                .flatMap(identities -> identities);
    }

    /** What a check came to. */
    enum Verdict {
        CONFIRMED,
        REFUTED,
        UNDECIDED
    }

    /**
     * Checks a claim. No answer decides nothing.
     *
     * @param id unique within the job, and the same when it is resumed
     */
    Verdict check(String id, Claim claim, Stretch code, TextRange range, Session session) throws InterruptedException {
        Stretch around = code.part(range.startLine() - LINES_AROUND, range.endLine() + LINES_AROUND);
        String text = prompt.fill(Map.of(
                "claim",
                Untrusted.envelope("claim", claim.message() + "\n\nIt is about:\n" + claim.quote()),
                "code",
                Untrusted.envelope(around.name(), around.numbered())));
        Role role = claim.agent().equals(auditor.name()) ? analyzer : auditor;
        Turn turn = engine.ask(id, role, List.of(new Asked(text)), session);
        if (turn.kind() != Kind.SPOKE || turn.answer().isEmpty()) {
            return Verdict.UNDECIDED;
        }
        return switch (JSON.readTree(turn.answer().get()).path("verdict").asString("")) {
            case "confirmed" -> Verdict.CONFIRMED;
            case "refuted" -> Verdict.REFUTED;
            default -> Verdict.UNDECIDED;
        };
    }
}
