package dev.assistant.localstack.function;

import dev.assistant.localstack.catalogue.FunctionEntry.Artefact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The unpacked zip of an artefact: classes at its top, libraries in {@code lib}, in the order Lambda loads them. */
public final class FunctionCode {

    private final Path root;

    private FunctionCode(Path root) {
        this.root = root;
    }

    /** @throws IllegalStateException when it has not been built */
    public static FunctionCode of(Path checkout, Artefact artefact) {
        Path root = checkout.resolve(artefact.code());
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException(artefact.code() + " is missing: build it with mvn -DskipTests package");
        }
        return new FunctionCode(root);
    }

    /** Directory of the classes, then the libraries by name. */
    public List<Path> classPath() {
        List<Path> path = new ArrayList<>(List.of(root));
        if (Files.isDirectory(root.resolve("lib"))) {
            try (Stream<Path> libraries = Files.list(root.resolve("lib"))) {
                libraries
                        .filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .forEach(path::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return path;
    }

    /** A loader that sees this code and the JDK, and nothing of the stack. The caller closes it. */
    public URLClassLoader isolatedLoader() {
        return new URLClassLoader(
                classPath().stream().map(FunctionCode::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
