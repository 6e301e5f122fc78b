package dev.assistant.runtime.analysis;

import dev.assistant.idempotency.RequestDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells one state of some files from another. */
public final class FileVersions {
    private FileVersions() {}

    /** A hash over the files in and below a folder: their names, and what is in them; of jars, whose names tell, only the size. */
    public static String of(Path folder) {
        RequestDigest digest = RequestDigest.of("files");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.add(folder.relativize(file).toString()).add(content(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return digest.hex();
    }

    /** One version of several. */
    public static String joined(List<String> versions) {
        return RequestDigest.of("versions").add(versions).hex();
    }

    private static String content(Path file) throws IOException {
        return file.toString().endsWith(".jar")
                ? String.valueOf(Files.size(file))
                : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
