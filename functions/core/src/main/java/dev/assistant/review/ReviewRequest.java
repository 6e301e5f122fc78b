package dev.assistant.review;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Produces;
import dev.assistant.workflow.WorkflowInput;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/**
 * A review to be run.
 *
 * @param files at least one, except for a workflow that can do without
 * @param focus the areas wanted; empty means all
 * @param language the language that the submitter named; empty when every file's was detected
 * @param settings the project's when the review was submitted
 * @param baseline an earlier review of the same owner, to compare with
 * @param input what the workflow takes besides code
 * @param upload where the files come from; until a worker has unpacked it, one empty file stands for them
 * @param repository where the files come from; until a worker has fetched it, one empty file stands for them
 */
public record ReviewRequest(
        JobId job,
        UserId owner,
        String workflow,
        List<SourceFile> files,
        Set<FocusArea> focus,
        Optional<Language> language,
        Optional<UUID> project,
        ReviewSettings settings,
        Optional<JobId> baseline,
        Optional<Upload> upload,
        Optional<RepositorySource> repository,
        WorkflowInput input) {
    public ReviewRequest {
        files = List.copyOf(files);
        focus = Set.copyOf(focus);
        if (files.isEmpty() && input.produces() == Produces.REVIEW) {
            throw new IllegalArgumentException("a review needs a file");
        }
    }

    /** A review of files that came with the request. */
    public ReviewRequest(
            JobId job,
            UserId owner,
            String workflow,
            List<SourceFile> files,
            Set<FocusArea> focus,
            Optional<Language> language,
            Optional<UUID> project,
            ReviewSettings settings,
            Optional<JobId> baseline) {
        this(
                job,
                owner,
                workflow,
                files,
                focus,
                language,
                project,
                settings,
                baseline,
                Optional.empty(),
                Optional.empty(),
                WorkflowInput.REVIEW);
    }

    /** The same about other files. */
    public ReviewRequest withFiles(List<SourceFile> others) {
        return new ReviewRequest(
                job, owner, workflow, others, focus, language, project, settings, baseline, upload, repository, input);
    }

    /** How much code it is about; empty while that has to be fetched or unpacked. */
    public OptionalLong bytes() {
        return upload.isPresent() || repository.isPresent() || input.about().isPresent()
                ? OptionalLong.empty()
                : OptionalLong.of(files.stream().mapToLong(SourceFile::bytes).sum());
    }

    /** Whether the submitter wants to see findings of the category. */
    public boolean wants(Category category) {
        return focus.isEmpty() || focus.stream().anyMatch(area -> area.covers(category));
    }
}
