package dev.assistant.review;

import dev.assistant.failure.Failure;
import dev.assistant.failure.FieldErrors;
import dev.assistant.model.CostEstimate;
import dev.assistant.model.TokenCount;
import dev.assistant.quota.Quotas;
import dev.assistant.workflow.Jobs;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.TypicalDuration;
import dev.assistant.workflow.WorkflowCatalogue;
import dev.assistant.workflow.WorkflowDefinition;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Says what a run is going to take, by the code that runs use themselves: {@link Units} and {@link CodeGroups}. Stores nothing and
 * counts against no quota. Thread-safe.
 */
public final class EstimateRun {
    /** Claims about a group of code that are checked, when agents find much. */
    private static final int CHECKS = 8;
    /** Stands for the text of a file that only names its size. */
    private static final String UNSEEN = "unseen";
    /** Line numbers make the code that agents are given longer by about a seventh. */
    private static final double NUMBERED = 1.15;
    /** Tokens that agents see of files which they are not given: facts and answers of tools. */
    private static final long BY_TOOLS = 2_000;

    private final SettingsByProject projects;
    private final Uploads uploads;
    private final Jobs jobs;
    private final Quotas quotas;
    private final WorkflowCatalogue workflows;
    private final SubmissionTerms terms;
    private final InstantSource clock;
    private final LanguageDetector detector = new LanguageDetector();

    public EstimateRun(
            SettingsByProject projects,
            Uploads uploads,
            Jobs jobs,
            Quotas quotas,
            WorkflowCatalogue workflows,
            SubmissionTerms terms,
            InstantSource clock) {
        this.projects = projects;
        this.uploads = uploads;
        this.jobs = jobs;
        this.quotas = quotas;
        this.workflows = workflows;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @throws Failure.Invalid naming every field that needs another value
     * @throws Failure.NotFound when there is no such project or upload, or it is somebody else's
     */
    public RunEstimate estimate(Draft draft) {
        ReviewSettings settings = draft.project()
                .map(project -> projects.settings(draft.owner(), project))
                .orElse(ReviewSettings.DEFAULT);
        draft.upload().ifPresent(upload -> uploads.byId(draft.owner(), upload));
        WorkflowDefinition workflow = checked(draft);
        boolean isKnown = draft.upload().isEmpty() && draft.repository().isEmpty();
        Optional<Units> units = isKnown ? Optional.of(Units.of(files(draft), settings.ignored())) : Optional.empty();
        OptionalLong bytes = isKnown ? OptionalLong.of(bytes(draft)) : OptionalLong.empty();
        boolean hasAgents = terms.models().first().isPresent();
        return new RunEstimate(
                workflow.name(),
                hasAgents ? AnalysisMode.AGENTS : AnalysisMode.DETERMINISTIC,
                TypicalDuration.of(jobs, draft.owner(), workflow, bytes),
                hasAgents ? units.map(known -> cost(workflow, draft, known)) : Optional.of(CostEstimate.NOTHING),
                SpendingRules.highest(terms.models(), quotas.of(draft.owner(), clock.instant())),
                units,
                draft.files().stream().allMatch(file -> file.content().isPresent()));
    }

    private WorkflowDefinition checked(Draft draft) {
        FieldErrors errors = new FieldErrors();
        Optional<WorkflowDefinition> workflow = workflows.find(draft.workflow().orElse(Submission.DEFAULT_WORKFLOW));
        workflow.map(WorkflowDefinition::obstacle)
                .orElse(Optional.of("There is no such workflow."))
                .ifPresent(why -> errors.add("workflow", why));
        int given = (draft.files().isEmpty() ? 0 : 1)
                + (draft.upload().isPresent() ? 1 : 0)
                + (draft.repository().isPresent() ? 1 : 0);
        boolean needsCode = workflow.map(WorkflowDefinition::needsCode).orElse(true);
        if (given > 1 || (given == 0 && needsCode)) {
            errors.add("code", "Give one of code (one file), files, upload_id and repository.");
        }
        // Whoever posts the comments: they change nothing of what the run takes.
        draft.repository()
                .ifPresent(asked -> RepositoryRules.read(asked, ofProject(draft), terms.withOwnAccess(), errors));
        for (int i = 0; i < draft.files().size(); i++) {
            errors.addIf(
                    "files[" + i + "].path",
                    FilePaths.complaint(draft.files().get(i).path()));
        }
        errors.refuseIfAny();
        return workflow.orElseThrow();
    }

    private Optional<String> ofProject(Draft draft) {
        return draft.project().flatMap(project -> projects.repository(draft.owner(), project));
    }

    private List<SourceFile> files(Draft draft) {
        return draft.files().stream()
                .map(file -> {
                    String content = file.content().orElse(file.bytes() == 0 ? "" : UNSEEN);
                    return new SourceFile(file.path(), detector.detect(file.path(), content), content);
                })
                .toList();
    }

    private static Map<String, Long> sizes(Draft draft) {
        Map<String, Long> sizes = new HashMap<>();
        draft.files()
                .forEach(file -> sizes.put(
                        file.path(),
                        file.content()
                                .map(text -> (long) text.getBytes(StandardCharsets.UTF_8).length)
                                .orElse(file.bytes())));
        return sizes;
    }

    private static long bytes(Draft draft) {
        return sizes(draft).values().stream().mapToLong(size -> size).sum();
    }

    private CostEstimate cost(WorkflowDefinition workflow, Draft draft, Units units) {
        boolean isReview = workflow.produces() == Produces.REVIEW;
        return CostEstimate.of(
                isReview ? pieces(draft, units) : List.of(given(workflow, draft, units)),
                workflow.modelCalls(),
                isReview ? CHECKS : 0,
                terms.models().first().orElseThrow(),
                terms.models().known());
    }

    /** Tokens of each group of code that agents will be given: as they will be where the text is there, else by size. */
    private static List<Long> pieces(Draft draft, Units units) {
        Map<String, Long> unseen = unseen(draft);
        List<SourceFile> seen = units.toReview().stream()
                .filter(file -> !unseen.containsKey(file.path()))
                .toList();
        List<Long> pieces = new ArrayList<>(CodeGroups.of(seen).stream()
                .map(group -> group.stream()
                        .mapToLong(stretch -> TokenCount.most(stretch.numbered()))
                        .sum())
                .toList());
        long left = units.toReview().stream()
                .mapToLong(file -> unseen.getOrDefault(file.path(), 0L))
                .map(bytes -> (long) (TokenCount.mostOf(bytes) * NUMBERED))
                .sum();
        for (; left > 0; left -= CodeGroups.TOKENS) {
            pieces.add(Math.min(left, CodeGroups.TOKENS));
        }
        return pieces;
    }

    /** Tokens of everything that the agents of a workflow that reviews nothing are given at once. */
    private static long given(WorkflowDefinition workflow, Draft draft, Units units) {
        if (workflow.produces() != Produces.DOCUMENT) {
            return BY_TOOLS;
        }
        Map<String, Long> sizes = sizes(draft);
        long bytes = units.toReview().stream()
                .mapToLong(file -> sizes.getOrDefault(file.path(), 0L))
                .sum();
        return TokenCount.mostOf(Math.min(bytes, Units.MOST_CHARACTERS_AT_ONCE));
    }

    private static Map<String, Long> unseen(Draft draft) {
        Map<String, Long> unseen = new HashMap<>();
        draft.files().stream()
                .filter(file -> file.content().isEmpty())
                .forEach(file -> unseen.put(file.path(), file.bytes()));
        return unseen;
    }
}
