package dev.assistant.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void stops_in_good_order_when_closed() throws Exception {
        Path log = directory.resolve("log");
        try (ChildProcess child =
                start("trap 'echo in good order; exit 0' TERM; echo ready; while :; do sleep 0.05; done")) {
            await(log, "ready");
        }

        assertThat(log).content().contains("in good order");
    }

    @Test
    void kills_what_does_not_stop() throws Exception {
        ChildProcess child = start("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        await(directory.resolve("log"), "ready");

        child.close();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void tells_the_exit_code_of_what_ends_by_itself() {
        assertThat(start("exit 3").onExit().orTimeout(10, TimeUnit.SECONDS).join())
                .isEqualTo(3);
    }

    @Test
    void ends_when_its_parent_is_killed() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.resolve("child").toString())
                .start();
        long pid = Long.parseLong(
                Optional.ofNullable(parent.inputReader().readLine()).orElseThrow());
        ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
        assertThat(child.isAlive()).isTrue();

        parent.destroyForcibly();

        assertThat(child.onExit().orTimeout(10, TimeUnit.SECONDS).join().isAlive())
                .isFalse();
    }

    /** A JVM with one child, whose process id it prints. */
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            ChildProcess child = ChildProcess.start(
                    List.of("sleep", "600"),
                    ENVIRONMENT,
                    Path.of(arguments[0]),
                    ChildProcess.StopSignal.TERM,
                    Duration.ofSeconds(1));
            System.out.println(child.pid());
            child.onExit().join();
        }
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(
                List.of("sh", "-c", script),
                ENVIRONMENT,
                directory.resolve("log"),
                ChildProcess.StopSignal.TERM,
                Duration.ofSeconds(1));
    }

    private static void await(Path log, String text) throws Exception {
        while (!Files.exists(log) || !Files.readString(log).contains(text)) {
            Thread.onSpinWait();
        }
    }
}
