package dev.assistant.runtime.github;

import dev.assistant.identity.UserId;

/** GitHub as each person sees it. Thread-safe. */
@FunctionalInterface
public interface GitHubAccess {
    /**
     * Requests in somebody's name.
     *
     * @throws dev.assistant.failure.Failure.Conflict when their access cannot be read any more
     * @throws dev.assistant.failure.Failure.Unavailable when it cannot be read now
     */
    GitHubApi of(UserId person);
}
