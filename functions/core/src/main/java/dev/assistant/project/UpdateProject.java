package dev.assistant.project;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import java.time.Instant;
import java.time.InstantSource;

/** Changes a project. Thread-safe. */
public final class UpdateProject {
    private final Projects projects;
    private final InstantSource clock;

    public UpdateProject(Projects projects, InstantSource clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * @return the project afterwards
     * @throws Failure.NotFound when there is none, or it is somebody else's
     * @throws Failure.Invalid naming every field that needs another value
     * @throws Failure.Conflict when the owner has another project of the new name
     */
    public ProjectOverview update(UserId owner, ProjectId id, ProjectDraft draft) {
        Instant now = clock.instant();
        projects.change(owner, id, project -> at(now, ProjectRules.apply(draft, project)));
        return projects.byId(owner, id);
    }

    private static Project at(Instant now, Project project) {
        return new Project(
                project.id(),
                project.owner(),
                project.name(),
                project.description(),
                project.repositoryUrl(),
                project.language(),
                project.settings(),
                project.createdAt(),
                now);
    }
}
