package dev.assistant.runtime.research;

import dev.assistant.product.Product.Answer;
import dev.assistant.product.Product.Answer.Claim;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.conversation.Conversation.Material;
import dev.assistant.runtime.conversation.ConversationResult;
import dev.assistant.runtime.repository.ChangedLines;
import dev.assistant.runtime.team.Assignment;
import dev.assistant.runtime.team.ChangedMaterial;
import dev.assistant.runtime.team.Craft;
import dev.assistant.runtime.workflow.Workflow.Outcome;
import dev.assistant.runtime.workspace.Workspace;
import dev.assistant.runtime.workspace.Workspaces;
import dev.assistant.workflow.AboutFinding;
import dev.assistant.workflow.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a question (SPEC section 6) from the submitted files, from what was remembered and from GitHub, through tools; it may be
 * about a finding of a review, which the agents then get with the code around its places, or about a pull request, of which they
 * get the changed lines. A claim stays when its source says what it quotes; others are left out and named. Thread-safe.
 */
public final class Research implements Craft {
    private static final String RESEARCHER = "research_agent";
    private static final String QUESTION = "question";
    private static final int MOST_PATHS = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final Reviews reviews;
    private final Workspaces workspaces;

    public Research(Reviews reviews, Workspaces workspaces) {
        this.reviews = reviews;
        this.workspaces = workspaces;
    }

    @Override
    public Outcome carryOut(Assignment assignment) throws InterruptedException {
        ReviewRequest request = assignment.request();
        String question = request.input().text(QUESTION);

        assignment.progress("searching", 10);
        ConversationResult result;
        try (Workspace workspace = workspaces.open(request.job(), request.owner(), request.files())) {
            result = assignment.hold(Map.of(QUESTION, question), material(assignment), Map.of());
        }
        Optional<Turn> answered = result.lastOf(RESEARCHER);
        if (answered.isEmpty()) {
            return assignment.nothing("No answer was found.", result);
        }

        assignment.progress("checking", 90);
        return assignment.produced(answer(assignment, question, answered.get(), result));
    }

    private List<Material> material(Assignment assignment) {
        ReviewRequest request = assignment.request();
        List<Material> material = new ArrayList<>();
        request.input().about().ifPresent(about -> material.addAll(finding(request, about)));
        assignment.changed().ifPresent(lines -> material.add(changed(lines, assignment.files())));
        material.addAll(paths(assignment.files()));
        return material;
    }

    private static Material changed(ChangedLines lines, List<SourceFile> files) {
        return ChangedMaterial.of(
                lines, files.stream().map(SourceFile::path).filter(lines::isIn).limit(MOST_PATHS));
    }

    private List<Material> finding(ReviewRequest request, AboutFinding about) {
        return FindingMaterial.of(
                reviews.finished(request.owner(), about.job()).report().finding(about.finding()), request.files());
    }

    /** The agents read files through tools; they are told which there are. */
    private static List<Material> paths(List<SourceFile> files) {
        if (files.isEmpty()) {
            return List.of();
        }
        int more = files.size() - MOST_PATHS;
        String paths = files.stream().limit(MOST_PATHS).map(SourceFile::path).collect(Collectors.joining("\n"));
        return List.of(new Material(
                "paths of the files", more > 0 ? paths + "\n(and %,d more: list folders)".formatted(more) : paths));
    }

    private static Answer answer(Assignment assignment, String question, Turn answered, ConversationResult result) {
        ClaimCheck check = new ClaimCheck(
                assignment.request().files(), assignment.session().witnessed());
        JsonNode said = JSON.readTree(answered.answer().orElseThrow());
        said.path("claims").forEach(check::take);
        List<String> notes = new ArrayList<>(check.dropped());
        notes.addAll(assignment.notes());
        String summary = check.claims().isEmpty()
                ? "Nothing was found that a source says."
                : "%d of %d claims have a source that says so."
                        .formatted(check.claims().size(), said.path("claims").size());
        return new Answer(
                assignment.about(summary, result, notes),
                question,
                check.claims().stream().map(Research::line).collect(Collectors.joining("\n")),
                check.claims(),
                check.sources());
    }

    private static String line(Claim claim) {
        return "- %s [%d]".formatted(claim.claim(), claim.source());
    }
}
