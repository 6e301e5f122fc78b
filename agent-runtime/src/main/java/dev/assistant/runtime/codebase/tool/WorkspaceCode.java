package dev.assistant.runtime.codebase.tool;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.mcp.CallScope;
import dev.assistant.runtime.mcp.ToolFailure;
import dev.assistant.runtime.mcp.filesystem.FilesystemServer;
import dev.assistant.runtime.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** The text files of a job's workspace as they are now. Thread-safe. */
public final class WorkspaceCode implements JobCode {
    private final FilesystemServer.Place place;

    public WorkspaceCode(FilesystemServer.Place place) {
        this.place = place;
    }

    @Override
    public Iterable<SourceFile> files(CallScope scope) throws ToolFailure {
        Workspace workspace = place.of(scope);
        List<String> paths = workspace.paths();
        return () -> paths.stream()
                .map(path -> text(workspace, path))
                .flatMap(Optional::stream)
                .iterator();
    }

    private static Optional<SourceFile> text(Workspace workspace, String path) {
        try {
            return Optional.of(workspace.read(path));
        } catch (ToolFailure notText) {
            return Optional.empty();
        }
    }
}
