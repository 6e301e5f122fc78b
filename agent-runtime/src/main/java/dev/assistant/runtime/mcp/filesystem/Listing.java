package dev.assistant.runtime.mcp.filesystem;

import dev.assistant.runtime.mcp.ToolFailure;
import dev.assistant.runtime.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What is in a folder, as a tool shows it. */
final class Listing extends SimpleFileVisitor<Path> {
    private static final int MOST = 1_000;

    private final Workspace workspace;
    private final Path folder;
    private final List<String> entries = new ArrayList<>();

    private Listing(Workspace workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    static String of(Workspace workspace, String path, int depth) throws ToolFailure {
        Path folder = workspace.resolve(path);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolFailure("There is no folder " + path + ".");
        }
        Listing listing = new Listing(workspace, folder);
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), depth, listing);
        } catch (IOException e) {
            throw new ToolFailure(path + " cannot be read.", e);
        }
        return listing.text();
    }

    private String text() {
        if (entries.isEmpty()) {
            return "[the folder is empty]";
        }
        String end = entries.size() == MOST ? "\n[there may be more; list a folder below]" : "";
        return String.join("\n", entries.stream().sorted().toList()) + end;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
        if (!visited.equals(folder)) {
            entries.add(workspace.name(visited) + "/");
        }
        return goOn();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            entries.add(workspace.name(file) + "/");
        } else if (attributes.isRegularFile()) {
            entries.add(workspace.name(file) + "  " + attributes.size());
        }
        return goOn();
    }

    private FileVisitResult goOn() {
        return entries.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
}
