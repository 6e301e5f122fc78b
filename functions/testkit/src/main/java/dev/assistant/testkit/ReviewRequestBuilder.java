package dev.assistant.testkit;

import dev.assistant.identity.UserId;
import dev.assistant.review.FocusArea;
import dev.assistant.review.Language;
import dev.assistant.review.RepositorySource;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.ReviewSettings;
import dev.assistant.review.SourceFile;
import dev.assistant.review.Upload;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.WorkflowInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A review of one small Python file, unless its test says otherwise. */
public final class ReviewRequestBuilder {
    /** A file with an SQL injection, as a person would paste it. */
    public static final SourceFile INJECTION = new SourceFile("app/db.py", Language.PYTHON, """
            import sqlite3

            def find(db, name):
                return db.execute("SELECT * FROM users WHERE name = '" + name + "'")
            """);

    private final UserId owner;
    private JobId job = new JobId(UUID.randomUUID());
    private String workflow = "quick_code_review";
    private List<SourceFile> files = List.of(INJECTION);
    private Set<FocusArea> focus = Set.of();
    private Optional<Language> language = Optional.empty();
    private Optional<UUID> project = Optional.empty();
    private Optional<JobId> baseline = Optional.empty();
    private ReviewSettings settings = ReviewSettings.DEFAULT;

    private WorkflowInput input = WorkflowInput.REVIEW;
    private Optional<Upload> upload = Optional.empty();
    private Optional<RepositorySource> repository = Optional.empty();

    private ReviewRequestBuilder(UserId owner) {
        this.owner = owner;
    }

    public static ReviewRequestBuilder aReviewOf(UserId owner) {
        return new ReviewRequestBuilder(owner);
    }

    public ReviewRequestBuilder as(JobId job) {
        this.job = job;
        return this;
    }

    public ReviewRequestBuilder withWorkflow(String workflow) {
        this.workflow = workflow;
        return this;
    }

    public ReviewRequestBuilder withFiles(SourceFile first, SourceFile... more) {
        List<SourceFile> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        this.files = all;
        return this;
    }

    /** What it is about brings them, or it needs none. */
    public ReviewRequestBuilder withoutFiles() {
        this.files = List.of();
        return this;
    }

    public ReviewRequestBuilder focusedOn(FocusArea... areas) {
        this.focus = Set.of(areas);
        return this;
    }

    public ReviewRequestBuilder in(Language language) {
        this.language = Optional.of(language);
        return this;
    }

    public ReviewRequestBuilder ofProject(UUID project) {
        this.project = Optional.of(project);
        return this;
    }

    public ReviewRequestBuilder comparedWith(JobId baseline) {
        this.baseline = Optional.of(baseline);
        return this;
    }

    public ReviewRequestBuilder under(ReviewSettings settings) {
        this.settings = settings;
        return this;
    }

    /** For a workflow that makes something else than a review. */
    public ReviewRequestBuilder asking(WorkflowInput other) {
        input = other;
        return this;
    }

    /** The files are still in there. */
    public ReviewRequestBuilder withUpload(Upload upload) {
        this.upload = Optional.of(upload);
        this.files = List.of(new SourceFile(upload.fileName(), Language.TEXT, ""));
        return this;
    }

    /** The files are still there. */
    public ReviewRequestBuilder withRepository(RepositorySource repository) {
        this.repository = Optional.of(repository);
        this.files = List.of(new SourceFile("repository.tar.gz", Language.TEXT, ""));
        return this;
    }

    public ReviewRequest build() {
        return new ReviewRequest(
                job, owner, workflow, files, focus, language, project, settings, baseline, upload, repository, input);
    }
}
