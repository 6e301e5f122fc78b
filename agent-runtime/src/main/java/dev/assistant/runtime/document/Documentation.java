package dev.assistant.runtime.document;

import dev.assistant.product.Product.About;
import dev.assistant.product.Product.Document;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.agent.Untrusted;
import dev.assistant.runtime.conversation.Conversation.CodeVoice;
import dev.assistant.runtime.conversation.Conversation.Spoken;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.runtime.conversation.WorkflowChat;
import dev.assistant.runtime.document.DocumentCheck.Checked;
import dev.assistant.runtime.model.ModelMessage.Asked;
import dev.assistant.runtime.team.Reading;
import dev.assistant.runtime.team.Team;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has agents write documentation (SPEC section 6: documentation_generation, quick_documentation) and checks it against the code.
 * What does not hold is told to the writer once, by {@code executor} where that takes part; what still does not hold is taken out
 * or marked, and named. Thread-safe.
 */
public final class Documentation implements Workflow {
    private static final String WRITER = "documentation_agent";
    private static final String CHECKER = "executor";
    private static final int MOST_NAMES_TOLD = 300;
    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Team team;
    private final Reviews reviews;
    private final Prompt repair = Prompt.read("document_repair.v1");

    public Documentation(String name, Team team, Reviews reviews) {
        this.name = name;
        this.team = team;
        this.reviews = reviews;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome run(JobRun run) throws InterruptedException {
        run.progress("reading", 0);
        ReviewRequest request = reviews.request(run.job().id());
        Reading reading = Reading.of(request.files(), request.settings().ignored());
        if (reading.files().isEmpty()) {
            return new Outcome.Refused("There is no code to document: every file was set aside.");
        }
        DocumentCheck check = new DocumentCheck(reading.files());
        WorkflowChat chat = team.chat(name);
        Session session = team.open(run, request.input());

        run.progress("writing", 10);
        ConversationResult result = team.engine()
                .hold(
                        chat.conversation("main", Map.of(), reading.material(), Map.of(CHECKER, checking(check))),
                        session);
        Optional<Turn> written = result.lastOf(WRITER);
        if (written.isEmpty()) {
            return new Outcome.Refused(
                    "No document was written. " + result.ending().why());
        }

        run.progress("checking", 85);
        Turn last = corrected(chat, written.get(), check, session);
        return new Outcome.Produced(document(last, check, result, reading, chat), AgentUsage.of(session.turns()));
    }

    /** Says what does not hold; done when all of it does, or the writer has been told once. */
    private static CodeVoice checking(DocumentCheck check) {
        return turns -> {
            List<String> problems = check.check(markdown(turns.getLast())).problems();
            long told =
                    turns.stream().filter(turn -> turn.agent().equals(CHECKER)).count();
            String text = problems.isEmpty()
                    ? "Every name and link in the document is in the code."
                    : "In the document:\n- " + String.join("\n- ", problems);
            return new Spoken(text, Optional.empty(), problems.isEmpty() || told > 0);
        };
    }

    /** Where nobody checked on the way, the writer is told now. */
    private Turn corrected(WorkflowChat chat, Turn written, DocumentCheck check, Session session)
            throws InterruptedException {
        List<String> problems = check.check(markdown(written)).problems();
        boolean wasTold = chat.roles().containsKey(CHECKER);
        if (problems.isEmpty() || wasTold) {
            return written;
        }
        String request = repair.fill(Map.of(
                "document", Untrusted.envelope("document", markdown(written)),
                "problems", "- " + String.join("\n- ", problems),
                "names", Untrusted.envelope("names", String.join("\n", check.declared(MOST_NAMES_TOLD)))));
        Turn again = team.engine().ask("repair", chat.role(WRITER), List.of(new Asked(request)), session);
        return again.kind() == Kind.SPOKE ? again : written;
    }

    private static Document document(
            Turn last, DocumentCheck check, ConversationResult result, Reading reading, WorkflowChat chat) {
        JsonNode answer = JSON.readTree(last.answer().orElseThrow());
        Checked checked = check.check(answer.path("markdown").stringValue());
        List<String> notes = new ArrayList<>(checked.problems());
        notes.addAll(reading.notes());
        if (!result.isComplete()) {
            notes.add("The agents did not get done. " + result.ending().why());
        }
        About about = new About(last.text(), result.isComplete(), notes, chat.prompts());
        return new Document(about, answer.path("title").stringValue(), checked.markdown());
    }

    private static String markdown(Turn turn) {
        return turn.answer()
                .map(answer -> JSON.readTree(answer).path("markdown").asString(""))
                .orElse("");
    }
}
