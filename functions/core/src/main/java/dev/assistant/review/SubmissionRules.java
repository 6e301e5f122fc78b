package dev.assistant.review;

import dev.assistant.failure.Failure;
import dev.assistant.failure.FieldErrors;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.WorkflowCatalogue;
import dev.assistant.workflow.WorkflowDefinition;
import dev.assistant.workflow.WorkflowInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a submission into a request that can be run, or says everything that is wrong with it. Thread-safe. */
final class SubmissionRules {
    static final int MOST_FILES = 5_000;
    static final int LARGEST_FILE_BYTES = 10 * 1024 * 1024;

    /** The file that pasted code becomes when nobody named one. */
    private static final String UNNAMED = "snippet";

    private final LanguageDetector detector;
    private final WorkflowCatalogue workflows;
    private final SubmissionTerms terms;

    SubmissionRules(LanguageDetector detector, WorkflowCatalogue workflows, SubmissionTerms terms) {
        this.detector = detector;
        this.workflows = workflows;
        this.terms = terms;
    }

    /**
     * @throws Failure.Invalid naming every field that needs another value
     * @throws Failure.TooLarge when a file is too large
     */
    ReviewRequest read(
            Submission submission,
            Optional<Upload> upload,
            Optional<String> projectRepository,
            ReviewSettings settings,
            Standing standing,
            JobId job) {
        FieldErrors errors = new FieldErrors();
        Optional<WorkflowDefinition> workflow = workflow(submission, errors);
        Optional<Language> language = submission.language().flatMap(name -> language(name, "language", errors));
        Set<FocusArea> focus = focus(submission.focusAreas(), errors);
        SubmissionTerms theirs = standing.hasAccess() ? terms.withOwnAccess() : terms;
        Optional<RepositorySource> repository = submission
                .repository()
                .flatMap(asked -> RepositoryRules.read(asked, projectRepository, theirs, errors));
        submission.mostUsd().ifPresent(usd -> SpendingRules.check(usd, terms.models(), standing.use(), errors));
        List<SourceFile> files = files(submission, upload, language, workflow, errors);
        errors.refuseIfAny();
        WorkflowDefinition runnable = workflow.orElseThrow();
        return new ReviewRequest(
                job,
                submission.owner(),
                runnable.name(),
                files,
                focus,
                language,
                submission.project(),
                settings,
                submission.baseline(),
                upload,
                repository,
                new WorkflowInput(
                        runnable.produces(),
                        submission.input().orElse(Map.of()),
                        submission.mostUsd(),
                        submission.about()));
    }

    private Optional<WorkflowDefinition> workflow(Submission submission, FieldErrors errors) {
        String name = submission.workflow().orElse(Submission.DEFAULT_WORKFLOW);
        Optional<WorkflowDefinition> workflow = workflows.find(name);
        workflow.map(found -> obstacle(found, submission))
                .orElse(Optional.of("There is no such workflow."))
                .ifPresent(why -> errors.add("workflow", why + " Use one of: " + reviewing() + "."));
        return workflow;
    }

    private static Optional<String> obstacle(WorkflowDefinition workflow, Submission submission) {
        boolean isForReview = submission.input().isEmpty();
        return workflow.obstacle()
                .or(() -> isForReview && workflow.produces() != Produces.REVIEW
                        ? Optional.of("It reviews nothing; run it with POST /api/v1/workflows/" + workflow.name()
                                + "/execute.")
                        : Optional.empty());
    }

    private String reviewing() {
        return workflows.workflows().stream()
                .filter(workflow -> workflow.isAvailable() && workflow.produces() == Produces.REVIEW)
                .map(WorkflowDefinition::name)
                .collect(Collectors.joining(", "));
    }

    private static Optional<Language> language(String name, String field, FieldErrors errors) {
        Optional<Language> language = Language.byId(name);
        if (language.isEmpty()) {
            errors.add(
                    field,
                    "There is no such language. Leave it out to have it detected, or use one of: " + languages());
        }
        return language;
    }

    private static String languages() {
        return String.join(
                ", ", List.of(Language.values()).stream().map(Language::id).toList());
    }

    private static Set<FocusArea> focus(List<String> names, FieldErrors errors) {
        Set<FocusArea> focus = EnumSet.noneOf(FocusArea.class);
        for (int i = 0; i < names.size(); i++) {
            Optional<FocusArea> area = FocusArea.byId(names.get(i));
            area.ifPresent(focus::add);
            if (area.isEmpty()) {
                errors.add("focus_areas[" + i + "]", "There is no such focus area. Use any of: " + focusAreas());
            }
        }
        return focus;
    }

    private static String focusAreas() {
        return String.join(
                ", ", List.of(FocusArea.values()).stream().map(FocusArea::id).toList());
    }

    private List<SourceFile> files(
            Submission submission,
            Optional<Upload> upload,
            Optional<Language> language,
            Optional<WorkflowDefinition> workflow,
            FieldErrors errors) {
        long given = Stream.of(submission.code(), submission.files(), upload, submission.repository())
                .filter(Optional::isPresent)
                .count();
        if (submission.about().isPresent()) {
            if (given > 0) {
                errors.add("about", "It brings the code of its review. Leave out files, upload_id and repository.");
            } else if (workflow.filter(known -> known.produces() != Produces.ANSWER)
                    .isPresent()) {
                errors.add("about", "Only a question is about a finding. Leave it out.");
            }
            return List.of();
        }
        if (given == 0 && workflow.filter(known -> !known.needsCode()).isPresent()) {
            return List.of();
        }
        if (given != 1) {
            errors.add("code", "Give one of code (one file), files, upload_id and repository.");
            return List.of();
        }
        if (upload.isPresent()) {
            return List.of(awaited(upload.get(), language));
        }
        if (submission.repository().isPresent()) {
            boolean reviewsNothing = workflow.filter(known -> known.produces() != Produces.REVIEW)
                    .isPresent();
            if (reviewsNothing && submission.repository().get().postComments()) {
                errors.add("repository.post_comments", "Only reviews are posted to a pull request. Leave it out.");
            }
            return List.of(new SourceFile(RepositorySource.AWAITED, language.orElse(Language.TEXT), ""));
        }
        return submission.code().isPresent()
                ? pasted(submission.code().get(), submission.filePath(), language, errors)
                : several(submission.files().orElseThrow(), language, errors);
    }

    /** Stands for what was uploaded until a worker has unpacked it. */
    private SourceFile awaited(Upload upload, Optional<Language> language) {
        Language known = language.orElseGet(() -> detector.detect(upload.fileName(), ""));
        return new SourceFile(upload.fileName(), known, "");
    }

    private List<SourceFile> pasted(
            String code, Optional<String> path, Optional<Language> language, FieldErrors errors) {
        if (code.isBlank()) {
            errors.add("code", "There is nothing to review. Send some code.");
        }
        refuseLarge("code", code);
        path.ifPresent(given -> errors.addIf("file_path", FilePaths.complaint(given)));
        Language known = language.orElseGet(() -> detector.detect(path.orElse(""), code));
        return List.of(new SourceFile(path.orElseGet(() -> unnamed(known)), known, code));
    }

    private static String unnamed(Language language) {
        return UNNAMED + "." + language.extensions().getFirst();
    }

    private List<SourceFile> several(List<Submission.File> submitted, Optional<Language> language, FieldErrors errors) {
        if (submitted.isEmpty() || submitted.size() > MOST_FILES) {
            errors.add("files", "Send 1 to %,d files; these are %,d.".formatted(MOST_FILES, submitted.size()));
            return List.of();
        }
        if (submitted.stream().allMatch(file -> file.content().isBlank())) {
            errors.add("files", "There is nothing to review: every file is empty.");
        }
        Set<String> paths = new HashSet<>();
        List<SourceFile> files = new ArrayList<>(submitted.size());
        for (int i = 0; i < submitted.size(); i++) {
            files.add(one(submitted.get(i), "files[" + i + "]", language, paths, errors));
        }
        return files;
    }

    private SourceFile one(
            Submission.File file, String field, Optional<Language> language, Set<String> paths, FieldErrors errors) {
        refuseLarge(field + ".content", file.content());
        errors.addIf(field + ".path", FilePaths.complaint(file.path()));
        if (!paths.add(file.path())) {
            errors.add(field + ".path", "Another file has this path already. Send each path once.");
        }
        Optional<Language> own = file.language().flatMap(name -> language(name, field + ".language", errors));
        Language known = own.or(() -> language).orElseGet(() -> detector.detect(file.path(), file.content()));
        return new SourceFile(file.path(), known, file.content());
    }

    private static void refuseLarge(String field, String content) {
        // A character takes at least one byte, so most files need not be encoded to be measured.
        if (content.length() > LARGEST_FILE_BYTES / 3
                && content.getBytes(StandardCharsets.UTF_8).length > LARGEST_FILE_BYTES) {
            throw new Failure.TooLarge(field
                    + " is larger than 10 MB. Split the file, or leave it out. Several files of up to 10 MB can be uploaded as an archive:"
                    + " POST /api/v1/code-review/uploads.");
        }
    }
}
