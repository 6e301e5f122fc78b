package dev.assistant.project;

import dev.assistant.failure.Failure;
import dev.assistant.id.Ids;
import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.idempotency.RequestDigest;
import dev.assistant.identity.UserId;
import dev.assistant.review.IgnoredPaths;
import dev.assistant.review.Language;
import dev.assistant.review.QualityGate;
import dev.assistant.review.ReviewSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes a project. Idempotent by the caller's key. Thread-safe. */
public final class CreateProject {
    private final Projects projects;
    private final Ids ids;
    private final InstantSource clock;

    public CreateProject(Projects projects, Ids ids, InstantSource clock) {
        this.projects = projects;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return the project, or the one made first under the key as it is now
     * @throws Failure.Invalid naming every field that needs another value
     * @throws Failure.Conflict when the name is taken, there are too many, or the key was used for another request
     */
    public ProjectOverview create(UserId owner, ProjectDraft draft, Optional<String> idempotencyKey) {
        Instant now = clock.instant();
        Project blank = new Project(
                new ProjectId(ids.next()),
                owner,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ReviewSettings.DEFAULT,
                now,
                now);
        if (draft.name().isEmpty()) {
            throw new Failure.Invalid("name", "This field is required.");
        }
        Project project = ProjectRules.apply(draft, blank);
        Optional<IdempotencyKey> key = idempotencyKey.map(value -> IdempotencyKey.sent(value, digest(project)));
        return projects.byId(owner, projects.add(project, key));
    }

    private static RequestDigest digest(Project project) {
        QualityGate gate = project.settings().gate();
        IgnoredPaths ignored = project.settings().ignored();
        List<String> conditions = gate.limits().stream()
                .map(limit -> limit.metric().id() + limit.threshold())
                .toList();
        return RequestDigest.of("project")
                .add(project.name())
                .add(project.description())
                .add(project.repositoryUrl())
                .add(project.language().map(Language::id))
                .add(conditions)
                .add(ignored.globs());
    }
}
