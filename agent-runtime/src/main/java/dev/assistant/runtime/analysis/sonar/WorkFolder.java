package dev.assistant.runtime.analysis.sonar;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder to unpack programs and write code into. It is deleted on closing, or, when this process is killed, by the next one
 * that makes such a folder at the same place: a lock that ends with the process tells whether anybody still uses it.
 */
final class WorkFolder implements AutoCloseable {
    private static final String PREFIX = "sonar-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes a folder that only this user can look into. */
    static WorkFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        deleteAbandoned(parent);
        Path path = Files.createTempDirectory(parent.toAbsolutePath(), PREFIX).toRealPath();
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new WorkFolder(path, lock);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        delete(path);
    }

    private static void deleteAbandoned(Path parent) throws IOException {
        List<Path> folders;
        try (Stream<Path> siblings = Files.list(parent)) {
            folders = siblings.filter(folder -> Files.isWritable(folder.resolve(LOCK)))
                    .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path folder : folders) {
            if (isAbandoned(folder)) {
                delete(folder);
            }
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
