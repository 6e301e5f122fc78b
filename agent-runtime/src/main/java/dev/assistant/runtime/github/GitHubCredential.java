package dev.assistant.runtime.github;

import java.time.Instant;
import java.util.Optional;

/** Who asks GitHub. Thread-safe. */
interface GitHubCredential {
    /** Empty for the public. */
    Optional<String> token();

    /** Whether what is private and open to the token may be used. */
    boolean opensPrivate();

    /** What to do, for a person, when GitHub does not accept the token. */
    String whenRefused();

    /** GitHub has accepted it. */
    default void accepted(Optional<Instant> expiresAt) {}

    /** GitHub has not accepted it. */
    default void refused() {}
}
