package dev.assistant.runtime.mcp;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * For whom a tool is called. Over HTTP it is signed by this process, see {@link ScopeSignature}.
 *
 * @param tools names of the server's tools that may be called; one that is not named is refused, whatever it does
 * @param deadline when the caller no longer waits
 */
public record CallScope(JobId job, UserId owner, Optional<UUID> project, Set<String> tools, Instant deadline) {
    public CallScope {
        tools = Set.copyOf(tools);
    }
}
