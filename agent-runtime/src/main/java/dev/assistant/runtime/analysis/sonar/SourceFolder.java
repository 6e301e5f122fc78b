package dev.assistant.runtime.analysis.sonar;

import dev.assistant.runtime.analysis.sonar.bridge.AnalysisTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files on the disk for the time of one analysis; only the owner can read them, and closing deletes them. */
final class SourceFolder implements AutoCloseable {
    private final Path folder;

    private SourceFolder(Path folder) {
        this.folder = folder;
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
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(AnalysisTask.Source source) throws IOException {
        Path file = folder.resolve(source.path()).normalize();
        if (!file.startsWith(folder)) {
            throw new IllegalArgumentException("a path leads out of the folder");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.content());
    }
}
