package dev.assistant.runtime.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder to unpack programs and write code into, which only this user can look into. It is deleted on closing, or, when this process is killed, by the next one
 * that makes such a folder at the same place: a lock that ends with the process tells whether anybody still uses it.
 */
public final class WorkFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder.
     *
     * @param prefix what its name begins with; the same for all that are for the same
     */
    public static WorkFolder in(Path parent, String prefix) throws IOException {
        Files.createDirectories(parent);
        deleteAbandoned(parent, prefix);
        Path path = Files.createTempDirectory(parent.toAbsolutePath(), prefix).toRealPath();
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new WorkFolder(path, lock);
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        Folders.delete(path);
    }

    private static void deleteAbandoned(Path parent, String prefix) throws IOException {
        List<Path> folders;
        try (Stream<Path> siblings = Files.list(parent)) {
            folders = siblings.filter(folder -> Files.isWritable(folder.resolve(LOCK)))
                    .filter(folder -> folder.getFileName().toString().startsWith(prefix))
                    .toList();
        }
        for (Path folder : folders) {
            if (isAbandoned(folder)) {
                Folders.delete(folder);
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
}
