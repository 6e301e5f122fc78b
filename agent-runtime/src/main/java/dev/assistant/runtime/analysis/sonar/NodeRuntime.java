package dev.assistant.runtime.analysis.sonar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.tukaani.xz.XZInputStream;

/**
 * The Node runtime that comes inside the JavaScript plugin. The plugin would unpack it itself, but start it with this process's
 * environment; so it is unpacked here and started through a {@link CleanLauncher}, without the right to start programs or to
 * write outside its folder, and ends by itself when this process does.
 */
final class NodeRuntime {
    /** Enough for the largest file that is analysed; in MB. */
    static final int HEAP = 768;

    private static final String WATCHDOG = """
            // Whoever started this process is gone when it has another parent.
            const parent = Number(process.env.LAUNCHED_BY);
            setInterval(() => process.ppid === parent || process.exit(1), 500).unref();
            """;

    private final Path program;
    private final Path launcher;

    private NodeRuntime(Path program, Path launcher) {
        this.program = program;
        this.launcher = launcher;
    }

    /**
     * Unpacks the runtime.
     *
     * @param work the one folder that it may write to
     * @return empty when the jar has none for this platform
     */
    static Optional<NodeRuntime> unpack(Path pluginJar, Path work) throws IOException {
        try (JarFile jar = new JarFile(pluginJar.toFile())) {
            Optional<JarEntry> packed = jar.stream()
                    .filter(entry -> entry.getName().equals(platform() + "/node.xz"))
                    .findFirst();
            if (packed.isEmpty()) {
                return Optional.empty();
            }
            Path program = work.resolve("node");
            try (InputStream in = new XZInputStream(jar.getInputStream(packed.get()))) {
                Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            Path watchdog = Files.writeString(work.resolve("watchdog.cjs"), WATCHDOG);
            Path launcher = work.resolve("start-node");
            CleanLauncher.write(launcher, program, options(work, watchdog), work);
            return Optional.of(new NodeRuntime(program, launcher));
        }
    }

    /** What to run to start it. */
    Path launcher() {
        return launcher;
    }

    /** Ends its processes at once; a plugin that waits for one of them is told so by the broken connection. */
    void kill() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(program.toString()::equals)
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static List<String> options(Path work, Path watchdog) {
        return List.of(
                "--no-warnings",
                "--experimental-permission",
                "--allow-worker",
                "--allow-fs-read=*",
                "--allow-fs-write=" + work + "/*",
                "--require",
                watchdog.toString());
    }

    private static String platform() {
        String os = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        return os + (System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "-x64");
    }
}
