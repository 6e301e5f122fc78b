package dev.assistant.runtime.tool;

import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The tools of the MCP servers. Arguments are checked, answers bounded, every call is logged without its content. Thread-safe. */
public interface ToolGateway {
    /** Those of the tools that are there now, in the order of their names. */
    List<Tool> offered(Set<String> names);

    /**
     * Calls a tool for a job. What goes wrong (not allowed, bad arguments, too slow, failed) is a failed result that the model
     * can read and correct.
     *
     * @throws InterruptedException when the calling thread was interrupted
     */
    ToolResult call(ToolCall call, Scope scope) throws InterruptedException;

    /**
     * For whom a tool is called, and what may be called. Tools see only what belongs to it.
     *
     * @param allowed names of the tools that the agent may call
     * @param deadline when the call is given up
     */
    record Scope(JobId job, UserId owner, Optional<UUID> project, Set<String> allowed, Instant deadline) {
        public Scope {
            allowed = Set.copyOf(allowed);
        }
    }
}
