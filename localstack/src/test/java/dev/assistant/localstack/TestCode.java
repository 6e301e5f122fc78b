package dev.assistant.localstack;

import dev.assistant.localstack.catalogue.Catalogue;
import dev.assistant.localstack.contract.Routes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The test functions as an unpacked zip, in a directory that stands for the checkout. */
public final class TestCode {

    private static final String PACKAGE = "dev/assistant/localstack/functions";

    private TestCode() {}

    public static Catalogue catalogue() {
        return Catalogue.read(resource("/test-catalogue.yaml"));
    }

    public static Routes routes() {
        return Routes.read(resource("/test-openapi.yaml"));
    }

    /** Lays the code out below a directory: its classes, and links to all libraries of this test. */
    public static Path unpackedIn(Path checkout) {
        try {
            Path code = checkout.resolve("function");
            Files.createDirectories(code.resolve(PACKAGE));
            Files.createDirectories(code.resolve("lib"));
            try (Stream<Path> classes = Files.list(Path.of("target/test-classes", PACKAGE))) {
                for (Path file : classes.toList()) {
                    Files.copy(file, code.resolve(PACKAGE).resolve(file.getFileName()));
                }
            }
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                Path library = Path.of(entry).toAbsolutePath();
                if (entry.endsWith(".jar") && isALibraryOfFunctions(library)) {
                    Files.createSymbolicLink(code.resolve("lib").resolve(library.getFileName()), library);
                }
            }
            return checkout;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Neither the engines' nor a logger that their own code brings. */
    private static boolean isALibraryOfFunctions(Path library) {
        return Stream.of(
                        "spring",
                        "aws-lambda",
                        "jackson",
                        "reactor",
                        "reactive",
                        "commons-logging",
                        "slf4j-api",
                        "joda",
                        "micrometer",
                        "jspecify",
                        "snakeyaml")
                .anyMatch(library.getFileName().toString()::startsWith);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TestCode.class.getResourceAsStream(name), name);
    }
}
