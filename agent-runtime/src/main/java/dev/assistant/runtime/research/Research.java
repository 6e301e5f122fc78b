package dev.assistant.runtime.research;

import dev.assistant.product.Product.About;
import dev.assistant.product.Product.Answer;
import dev.assistant.product.Product.Answer.Claim;
import dev.assistant.review.AgentUsage;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.runtime.agent.Session;
import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.runtime.conversation.WorkflowChat;
import dev.assistant.runtime.team.Team;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.runtime.workflow.Workflow;
import dev.assistant.runtime.workspace.Workspace;
import dev.assistant.runtime.workspace.Workspaces;
import dev.assistant.workflow.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a question (SPEC section 6) from the submitted files, from what was remembered and from GitHub, through tools. A claim
 * stays when its source says what it quotes; others are left out and named. Thread-safe.
 */
public final class Research implements Workflow {
    private static final String NAME = "research";
    private static final String RESEARCHER = "research_agent";
    private static final String QUESTION = "question";
    private static final int MOST_PATHS = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final Team team;
    private final Reviews reviews;
    private final Workspaces workspaces;

    public Research(Team team, Reviews reviews, Workspaces workspaces) {
        this.team = team;
        this.reviews = reviews;
        this.workspaces = workspaces;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(JobRun run) throws InterruptedException {
        run.progress("reading", 0);
        ReviewRequest request = reviews.request(run.job().id());
        WorkflowChat chat = team.chat(NAME);
        Session session = team.open(run, request.input());
        String question = request.input().text(QUESTION);

        run.progress("searching", 10);
        ConversationResult result;
        try (Workspace workspace = workspaces.open(request.job(), request.owner(), request.files())) {
            result = team.engine()
                    .hold(chat.conversation("main", Map.of(QUESTION, question), material(request), Map.of()), session);
        }
        Optional<Turn> answered = result.lastOf(RESEARCHER);
        if (answered.isEmpty()) {
            return new Outcome.Refused("No answer was found. " + result.ending().why());
        }

        run.progress("checking", 90);
        return new Outcome.Produced(
                answer(question, answered.get(), request, result, chat, session), AgentUsage.of(session.turns()));
    }

    /** The agents read files through tools; they are told which there are. */
    private static List<Material> material(ReviewRequest request) {
        if (request.files().isEmpty()) {
            return List.of();
        }
        String paths = request.files().stream()
                .limit(MOST_PATHS)
                .map(file -> file.path())
                .collect(Collectors.joining("\n"));
        return List.of(new Material("paths of the files", paths));
    }

    private static Answer answer(
            String question,
            Turn answered,
            ReviewRequest request,
            ConversationResult result,
            WorkflowChat chat,
            Session session) {
        ClaimCheck check = new ClaimCheck(request.files(), session.witnessed());
        JsonNode said = JSON.readTree(answered.answer().orElseThrow());
        said.path("claims").forEach(check::take);
        List<String> notes = new ArrayList<>(check.dropped());
        if (!result.isComplete()) {
            notes.add("The agents did not get done. " + result.ending().why());
        }
        String summary = check.claims().isEmpty()
                ? "Nothing was found that a source says."
                : "%d of %d claims have a source that says so."
                        .formatted(check.claims().size(), said.path("claims").size());
        return new Answer(
                new About(summary, result.isComplete(), notes, chat.prompts()),
                question,
                check.claims().stream().map(Research::line).collect(Collectors.joining("\n")),
                check.claims(),
                check.sources());
    }

    private static String line(Claim claim) {
        return "- %s [%d]".formatted(claim.claim(), claim.source());
    }
}
