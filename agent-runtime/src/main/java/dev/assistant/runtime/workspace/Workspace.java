package dev.assistant.runtime.workspace;

import dev.assistant.review.FilePaths;
import dev.assistant.review.LanguageDetector;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.mcp.ToolFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of files that tools may work in, and nothing outside it: paths are relative, without {@code ..}, and no part of one may
 * be a symbolic link (CWE-22, CWE-59). Thread-safe.
 */
public final class Workspace implements AutoCloseable {
    /** Paths and files looked at in one walk, so that a huge folder costs bounded time. */
    private static final int MOST_PATHS = 20_000;

    private static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;
    private final Runnable whenClosed;
    private final LanguageDetector languages = new LanguageDetector();

    Workspace(Path root, Runnable whenClosed) {
        this.root = root;
        this.whenClosed = whenClosed;
    }

    /** A folder that was there before and stays. */
    public static Workspace at(Path folder) throws IOException {
        return new Workspace(folder.toRealPath(), () -> {});
    }

    /** Where a relative path leads; {@code .} is the workspace itself. It need not be there. */
    public Path resolve(String path) throws ToolFailure {
        if (path.equals(".")) {
            return root;
        }
        var complaint = FilePaths.complaint(path);
        if (complaint.isPresent()) {
            throw new ToolFailure(complaint.get());
        }
        Path resolved = root;
        for (String part : path.split("/", -1)) {
            resolved = resolved.resolve(part);
            if (Files.isSymbolicLink(resolved)) {
                throw new ToolFailure("Links are not followed here.");
            }
        }
        return resolved;
    }

    /** The path of something below the workspace, as tools name it. */
    public String name(Path path) {
        return root.equals(path) ? "." : root.relativize(path).toString().replace('\\', '/');
    }

    /** All files, in the order of their paths; at most 20,000, links left out. */
    public List<String> paths() throws ToolFailure {
        try (Stream<Path> files = Files.walk(root, new FileVisitOption[0])) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_PATHS)
                    .map(this::name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ToolFailure("The workspace cannot be read.", e);
        }
    }

    /**
     * A file's text.
     *
     * @throws ToolFailure when it is not there, too large, or not text
     */
    public SourceFile read(String path) throws ToolFailure {
        Path file = resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolFailure("There is no file " + path + ". List the folder to see what there is.");
        }
        try (var channel = Files.newByteChannel(file, READ)) {
            if (channel.size() > LARGEST_FILE) {
                throw new ToolFailure(path + " is larger than 10 MB.");
            }
            ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // a file is read in as many pieces as it comes
            }
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            return new SourceFile(path, languages.detect(path, text), text);
        } catch (CharacterCodingException e) {
            throw new ToolFailure(path + " is not text.", e);
        } catch (IOException e) {
            throw new ToolFailure(path + " cannot be read.", e);
        }
    }

    /** Writes a file in place of what was there, with the folders that it needs. */
    public void write(String path, String text) throws ToolFailure {
        Path file = resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new ToolFailure(path + " cannot be written: a file is in its place, or it is a folder.", e);
        }
    }

    /** Deletes a file; folders stay. */
    public void delete(String path) throws ToolFailure {
        Path file = resolve(path);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolFailure(path + " is a folder. Only files can be deleted.");
        }
        try {
            Files.delete(file);
        } catch (NoSuchFileException e) {
            throw new ToolFailure("There is no file " + path + ".", e);
        } catch (IOException e) {
            throw new ToolFailure(path + " cannot be deleted.", e);
        }
    }

    void place(SourceFile file) throws IOException {
        Path target = root.resolve(file.path()).normalize();
        if (!target.startsWith(root)) {
            throw new IllegalArgumentException("a submitted path leads out of the workspace");
        }
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.content(), StandardOpenOption.CREATE_NEW);
        } catch (FileSystemException e) {
            // Not even a name for it: another file is where this one needs a folder, or it is too long for the disk.
        }
    }

    @Override
    public void close() {
        whenClosed.run();
    }
}
