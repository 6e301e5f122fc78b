package dev.assistant.review;

import dev.assistant.identity.UserId;
import java.util.UUID;

/** What reviews need to know of projects. Thread-safe. */
public interface SettingsByProject {
    /** @throws dev.assistant.failure.Failure.NotFound when there is no such project, or it is somebody else's */
    ReviewSettings settings(UserId owner, UUID project);
}
