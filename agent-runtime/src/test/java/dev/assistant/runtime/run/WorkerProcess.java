package dev.assistant.runtime.run;

import dev.assistant.testkit.engine.ChildProcess;
import dev.assistant.testkit.engine.ChildProcess.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The program, started as its own process with the embedded analysers. */
final class WorkerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private WorkerProcess() {}

    /**
     * Starts one.
     *
     * @param directory its temporary files, and its output in the file {@code log}
     */
    static ChildProcess start(Map<String, String> environment, Path directory) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.assistant.runtime.Main");
        return ChildProcess.start(command, environment, directory.resolve("log"), StopSignal.TERM, PATIENCE);
    }

    /** Kills it as {@code kill -9} does. */
    static void kill(ChildProcess process) {
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
        process.onExit().join();
    }
}
