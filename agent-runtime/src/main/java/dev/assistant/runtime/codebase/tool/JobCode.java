package dev.assistant.runtime.codebase.tool;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.mcp.CallScope;
import dev.assistant.runtime.mcp.ToolFailure;

/** The files that a job is about. */
public interface JobCode {
    /**
     * Those of the scope's job, each path once, read one by one as they are asked for.
     *
     * @throws ToolFailure when the job has none
     */
    Iterable<SourceFile> files(CallScope scope) throws ToolFailure;
}
