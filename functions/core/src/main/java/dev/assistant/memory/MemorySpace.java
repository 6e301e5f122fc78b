package dev.assistant.memory;

import dev.assistant.identity.UserId;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose memories, and of which project. Those of a project are not seen from another one, nor from work that belongs to none.
 *
 * @param project empty for work that belongs to no project
 */
public record MemorySpace(UserId owner, Optional<UUID> project) {}
