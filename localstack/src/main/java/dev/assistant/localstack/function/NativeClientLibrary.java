package dev.assistant.localstack.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native part of Lambda's runtime interface client, in a file of its own. Left to itself, each process writes it anew to
 * one fixed place, and crashes those that have it loaded; in the cloud each has its own file system.
 */
public final class NativeClientLibrary {

    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private NativeClientLibrary() {}

    /** The JVM option with which a process uses the library. It is deleted when this JVM ends. */
    public static String option() {
        String resource = "/jni/libaws-lambda-jni." + platform() + ".so";
        try (InputStream library = NativeClientLibrary.class.getResourceAsStream(resource)) {
            if (library == null || !System.getProperty("os.name").equals("Linux")) {
                throw new IllegalStateException("functions run in their own processes on Linux only");
            }
            Path file = Files.createTempFile("libaws-lambda-jni", ".so");
            file.toFile().deleteOnExit();
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return "-D" + PROPERTY + "=" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String platform() {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        boolean musl = Files.exists(Path.of("/etc/alpine-release"));
        return (musl ? "linux_musl-" : "linux-") + processor;
    }
}
