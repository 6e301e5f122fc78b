package dev.assistant.runtime.analysis;

import dev.assistant.runtime.analysis.syntax.SyntaxParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The own analysers as they were built. */
public final class OwnCode {
    private static final List<String> FOLDERS = List.of("dev/assistant/runtime/analysis", "analysis");

    /** A hash over their classes, rules and data files, and the names of parser and grammars; each build has its own. */
    public static final String VERSION = version();

    private OwnCode() {}

    private static String version() {
        try {
            Path code = Path.of(OwnCode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(code)) {
                return version(code);
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return version(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own files", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program is at no readable place", e);
        }
    }

    private static String version(Path code) {
        List<String> versions = new ArrayList<>(SyntaxParser.artefacts());
        FOLDERS.forEach(folder -> versions.add(FileVersions.of(code.resolve(folder))));
        return FileVersions.joined(versions);
    }
}
