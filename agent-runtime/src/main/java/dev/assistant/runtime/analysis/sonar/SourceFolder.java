package dev.assistant.runtime.analysis.sonar;

import dev.assistant.runtime.analysis.sonar.bridge.AnalysisTask;
import dev.assistant.runtime.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Files on the disk for the time of one analysis; only the owner can read them, and closing deletes them. */
final class SourceFolder implements AutoCloseable {
    private final Path folder;

    private SourceFolder(Path folder) {
        this.folder = folder;
    }

    /** A file that cannot be written beside the others, such as one that another needs for a folder. */
    static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1L;
        private final String path;

        private Unwritable(String path, IOException cause) {
            super("a file cannot be written", cause);
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** Writes the files below a new folder. */
    static SourceFolder of(List<AnalysisTask.Source> sources, Path parent) throws IOException {
        SourceFolder created = new SourceFolder(Files.createTempDirectory(parent, "job-"));
        try {
            for (AnalysisTask.Source source : sources) {
                created.write(source);
            }
            return created;
        } catch (IOException | RuntimeException e) {
            created.close();
            throw e;
        }
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(AnalysisTask.Source source) throws IOException {
        Path file = folder.resolve(source.path()).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("a path leads out of the folder");
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.content(), StandardOpenOption.CREATE_NEW);
        } catch (FileSystemException e) {
            throw new Unwritable(source.path(), e);
        }
    }
}
