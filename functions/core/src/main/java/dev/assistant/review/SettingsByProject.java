package dev.assistant.review;

import dev.assistant.identity.UserId;
import java.util.Optional;
import java.util.UUID;

/** What reviews need to know of projects. Thread-safe. */
public interface SettingsByProject {
    /** @throws dev.assistant.failure.Failure.NotFound when there is no such project, or it is somebody else's */
    ReviewSettings settings(UserId owner, UUID project);

    /**
     * The address of the project's repository, when it names one.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is no such project, or it is somebody else's
     */
    Optional<String> repository(UserId owner, UUID project);
}
