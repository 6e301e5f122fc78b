package dev.assistant.localstack.part;

import dev.assistant.testkit.engine.ChildProcess;
import dev.assistant.testkit.engine.Loopback;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * agent-runtime as a process of its own, as its container would run it. Started again when it dies, as its service would: at
 * once, then after pauses that double up to half a minute while it keeps dying.
 */
public final class AgentRuntime implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(AgentRuntime.class);

    private static final String MAIN = "dev.assistant.runtime.Main";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Thread keeper;
    private volatile @Nullable ChildProcess child;
    private volatile boolean stopping;

    private AgentRuntime(List<String> command, Map<String, String> environment, Path log, int port) {
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.port = port;
        this.child = spawn();
        this.keeper = Thread.ofVirtual().name("agent-runtime").start(this::keepAlive);
    }

    /**
     * Starts it.
     *
     * @param module the built module's directory
     * @param environment all that it gets
     * @param log file that gets its output
     * @param port of its health endpoint, which the environment tells it too
     */
    public static AgentRuntime start(Path module, Map<String, String> environment, Path log, int port) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(module.resolve("target")),
                MAIN);
        return new AgentRuntime(command, environment, log, port);
    }

    @Override
    public String name() {
        return "agent-runtime";
    }

    @Override
    public long pid() {
        ChildProcess running = child;
        return running == null ? 0 : running.pid();
    }

    @Override
    public OptionalInt port() {
        return OptionalInt.of(port);
    }

    /** Asks its health endpoint, which says so when it takes jobs. */
    @Override
    public boolean healthy() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Loopback.http(port) + "/health"))
                .timeout(ANSWER)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        stopping = true;
        keeper.interrupt();
        ChildProcess running = child;
        if (running != null) {
            running.close();
        }
        http.close();
    }

    private void keepAlive() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!stopping) {
                long since = System.nanoTime();
                ChildProcess running = child;
                int code = running == null ? 0 : running.onExit().join();
                if (stopping) {
                    return;
                }
                LOG.warn("agent-runtime ended with {}; see {}", code, log.getFileName());
                boolean settled = Duration.ofNanos(System.nanoTime() - since).compareTo(SETTLED) > 0;
                pause = settled ? FIRST_PAUSE : pause;
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                child = spawn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ChildProcess spawn() {
        return ChildProcess.start(command, environment, log, ChildProcess.StopSignal.TERM, STOP_PATIENCE);
    }

    private static String classPath(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("agent-runtime-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("agent-runtime is not built"));
            return jar + File.pathSeparator + target.resolve("lib") + File.separator + "*";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
