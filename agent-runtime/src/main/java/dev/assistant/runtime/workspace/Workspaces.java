package dev.assistant.runtime.workspace;

import dev.assistant.identity.UserId;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.files.Folders;
import dev.assistant.runtime.files.WorkFolder;
import dev.assistant.runtime.mcp.CallScope;
import dev.assistant.runtime.mcp.ToolFailure;
import dev.assistant.workflow.JobId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The workspaces of the jobs that run here, below one folder that only this user can look into and that the next process deletes
 * if this one is killed. Files lie there as they were submitted; secrets are masked on their way to a model. Thread-safe.
 */
public final class Workspaces implements AutoCloseable {
    private static final String PREFIX = "workspaces-";

    private final WorkFolder folder;
    private final Consumer<JobId> whenClosed;
    private final Map<Owned, Workspace> open = new ConcurrentHashMap<>();

    private record Owned(JobId job, UserId owner) {}

    /** @param temporary where the folder is made */
    public Workspaces(Path temporary) throws IOException {
        this(temporary, job -> {});
    }

    /**
     * @param temporary where the folder is made
     * @param whenClosed told of each job whose workspace is closed
     */
    public Workspaces(Path temporary, Consumer<JobId> whenClosed) throws IOException {
        this.folder = WorkFolder.in(temporary, PREFIX);
        this.whenClosed = whenClosed;
    }

    /**
     * Writes a job's files to the disk, until the workspace is closed. A file that cannot lie beside the others, such as one that
     * another needs for a folder, is left out.
     *
     * @throws IllegalStateException when the job's workspace is open already
     */
    public Workspace open(JobId job, UserId owner, List<SourceFile> files) {
        Owned owned = new Owned(job, owner);
        try {
            Path root = Files.createTempDirectory(folder.path(), "job-");
            Workspace workspace = new Workspace(root, () -> close(owned, root));
            for (SourceFile file : files) {
                workspace.place(file);
            }
            if (open.putIfAbsent(owned, workspace) != null) {
                Folders.delete(root);
                throw new IllegalStateException("the workspace of job " + job + " is open already");
            }
            return workspace;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The workspace that a tool may work in: that of the calling job, for its owner.
     *
     * @throws ToolFailure when the job has none
     */
    public Workspace of(CallScope scope) throws ToolFailure {
        Workspace workspace = open.get(new Owned(scope.job(), scope.owner()));
        if (workspace == null) {
            throw new ToolFailure("This job has no files.");
        }
        return workspace;
    }

    private void close(Owned owned, Path root) {
        open.remove(owned);
        whenClosed.accept(owned.job());
        try {
            Folders.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
