package dev.assistant.project;

import dev.assistant.idempotency.IdempotencyKey;
import dev.assistant.identity.UserId;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The projects. Every call names the owner. Thread-safe. */
public interface Projects {
    /** How many an owner may have. */
    int MOST = 1_000;

    /**
     * Stores a new project.
     *
     * @param key when present and already used by this owner for the same request, nothing is stored
     * @return the project that stands for the request now: the new one, or the one made first under the key
     * @throws dev.assistant.failure.Failure.Conflict when the owner has a project of that name or {@link #MOST} of them, or
     *     the key was used for another request
     */
    ProjectId add(Project project, Optional<IdempotencyKey> key);

    /** @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's */
    ProjectOverview byId(UserId owner, ProjectId id);

    /**
     * Changes a project; nobody else changes it meanwhile.
     *
     * @param change from the project as it is to the one that it becomes; its failures leave everything as it was
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     * @throws dev.assistant.failure.Failure.Conflict when the owner has another project of the new name
     */
    void change(UserId owner, ProjectId id, UnaryOperator<Project> change);

    /**
     * Deletes a project. Its reviews stay, without one.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is none, or it is somebody else's
     */
    void delete(UserId owner, ProjectId id);

    /** The owner's projects that fit the filter, in its order. */
    Page<ProjectOverview> list(UserId owner, ProjectFilter filter, PageRequest page);
}
