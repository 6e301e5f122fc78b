package dev.assistant.testkit.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A program that ends when this JVM ends, even by {@code kill -9}.
 *
 * <p>A small shell beside the program reads the pipe from this JVM. The pipe closes when the JVM closes it or dies in any
 * way; the shell then sends the stop signal. The program itself needs to know nothing of this, and its process id is the
 * one that {@link #pid()} gives: the shell replaces itself by it.
 *
 * <p>Thread-safe. Needs a POSIX {@code sh}.
 */
public final class ChildProcess implements AutoCloseable {

    private static final String WATCH_THEN_RUN = """
            signal=$1; shift
            exec 3<&0
            ( read -r _ <&3; kill -s "$signal" $$ 2>/dev/null ) &
            exec "$@" 3<&- </dev/null
            """;

    /** The signal that asks the program to stop in good order. */
    public enum StopSignal {
        /** What most programs stop on. */
        TERM,
        /** PostgreSQL's fast shutdown: it ends sessions instead of waiting for them. */
        INT
    }

    private final Process process;
    private final OutputStream pipe;
    private final Duration patience;

    private ChildProcess(Process process, Duration patience) {
        this.process = process;
        this.pipe = process.getOutputStream();
        this.patience = patience;
    }

    /**
     * Starts a program.
     *
     * @param command program and arguments
     * @param environment the program's whole environment
     * @param log file that gets its output, appended
     * @param patience how long {@link #close()} waits before it kills
     */
    public static ChildProcess start(
            List<String> command, Map<String, String> environment, Path log, StopSignal signal, Duration patience) {
        List<String> whole = new ArrayList<>(List.of("sh", "-c", WATCH_THEN_RUN, "sh", signal.name()));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(builder.start(), patience);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.getFirst(), e);
        }
    }

    /** Process id of the program. */
    public long pid() {
        return process.pid();
    }

    /** True while the program runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the program has ended, however that came about. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Calls back with the exit code, once, from a thread of the JVM's own. */
    @SuppressWarnings("FutureReturnValueIgnored") // what the callback throws is its own affair
    public void whenEnded(IntConsumer callback) {
        onExit().thenAccept(callback::accept);
    }

    /** Asks the program to stop, waits, and kills it when it does not. Does nothing to one that has ended. */
    @Override
    public void close() {
        try {
            pipe.close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
