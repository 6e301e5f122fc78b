package dev.assistant.runtime.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done with whole folders. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder with all that is in it; links are deleted, never followed. Does nothing when it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> contents;
        try (Stream<Path> files = Files.walk(folder)) {
            contents = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : contents) {
            Files.deleteIfExists(file);
        }
    }
}
