package dev.assistant.runtime.analysis.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads with deep stacks for one analysis, one a processor. For the thread that made it. */
final class Threads implements AutoCloseable {
    private static final long STACK_BYTES = 256L << 20;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ExecutorService executor =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                Thread thread = new Thread(null, task, "source-analysis", STACK_BYTES);
                thread.setDaemon(true);
                return thread;
            });

    /**
     * Runs tasks side by side and gives their results in order.
     *
     * @param meanwhile called now and then by the calling thread, and at the end
     * @throws InterruptedException when the calling thread was interrupted; the tasks are then not waited for
     * @throws IllegalStateException when one failed
     */
    <T> List<T> all(List<Callable<T>> tasks, Runnable meanwhile) throws InterruptedException {
        List<Future<T>> futures = tasks.stream().map(executor::submit).toList();
        List<T> results = new ArrayList<>(futures.size());
        for (Future<T> future : futures) {
            Optional<T> result = Optional.empty();
            while (result.isEmpty()) {
                result = within(future);
                meanwhile.run();
            }
            results.add(result.get());
        }
        return results;
    }

    private static <T> Optional<T> within(Future<T> future) throws InterruptedException {
        try {
            return Optional.of(future.get(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("source analysis failed", failure.getCause());
        }
    }

    /** Stops what still runs. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
