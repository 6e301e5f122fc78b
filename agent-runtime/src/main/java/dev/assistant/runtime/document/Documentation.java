package dev.assistant.runtime.document;

import dev.assistant.product.Product.Document;
import dev.assistant.runtime.agent.Prompt;
import dev.assistant.runtime.agent.Untrusted;
import dev.assistant.runtime.conversation.Conversation.CodeVoice;
import dev.assistant.runtime.conversation.Conversation.Spoken;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.runtime.document.DocumentCheck.Checked;
import dev.assistant.runtime.team.Assignment;
import dev.assistant.runtime.team.Craft;
import dev.assistant.runtime.team.Reading;
import dev.assistant.runtime.workflow.Workflow.Outcome;
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
public final class Documentation implements Craft {
    private static final String WRITER = "documentation_agent";
    private static final String CHECKER = "executor";
    private static final int MOST_NAMES_TOLD = 300;
    private static final JsonMapper JSON = new JsonMapper();

    private final Prompt repair = Prompt.read("document_repair.v1");

    @Override
    public Outcome carryOut(Assignment assignment) throws InterruptedException {
        Reading reading = assignment.reading();
        if (reading.files().isEmpty()) {
            return new Outcome.Refused("There is no code to document: every file was set aside.");
        }
        DocumentCheck check = new DocumentCheck(reading.files());

        assignment.progress("writing", 10);
        ConversationResult result = assignment.hold(Map.of(), reading.material(), Map.of(CHECKER, checking(check)));
        Optional<Turn> written = result.lastOf(WRITER);
        if (written.isEmpty()) {
            return assignment.nothing("No document was written.", result);
        }

        assignment.progress("checking", 85);
        Turn last = corrected(assignment, written.get(), check);
        return assignment.produced(document(assignment, last, check, result, reading));
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
    private Turn corrected(Assignment assignment, Turn written, DocumentCheck check) throws InterruptedException {
        List<String> problems = check.check(markdown(written)).problems();
        boolean wasTold = assignment.chat().roles().containsKey(CHECKER);
        if (problems.isEmpty() || wasTold) {
            return written;
        }
        String request = repair.fill(Map.of(
                "document", Untrusted.envelope("document", markdown(written)),
                "problems", "- " + String.join("\n- ", problems),
                "names", Untrusted.envelope("names", String.join("\n", check.declared(MOST_NAMES_TOLD)))));
        Turn again = assignment.ask("repair", WRITER, request);
        return again.kind() == Kind.SPOKE ? again : written;
    }

    private Document document(
            Assignment assignment, Turn last, DocumentCheck check, ConversationResult result, Reading reading) {
        JsonNode answer = JSON.readTree(last.answer().orElseThrow());
        Checked checked = check.check(answer.path("markdown").stringValue());
        List<String> notes = new ArrayList<>(checked.problems());
        notes.addAll(reading.notes());
        return new Document(
                assignment.about(last.text(), result, notes, repair),
                answer.path("title").stringValue(),
                checked.markdown());
    }

    private static String markdown(Turn turn) {
        return turn.answer()
                .map(answer -> JSON.readTree(answer).path("markdown").asString(""))
                .orElse("");
    }
}
