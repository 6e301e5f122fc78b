package dev.assistant.identity;

import java.time.Instant;
import java.util.Optional;

/** People's pictures. Thread-safe. */
public interface Avatars {
    Optional<Avatar> find(UserId owner);

    /** Replaces somebody's. */
    void put(UserId owner, Avatar avatar, Instant now);

    /** Does nothing when there is none. */
    void remove(UserId owner);
}
