package dev.assistant.adapters.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls of the object store, some at a time: each waits for the network far longer than it works. Not thread-safe. */
final class SideBySide implements AutoCloseable {
    private static final int AT_ONCE = 16;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Begins a call; waits while there are enough. The first failure is told by {@link #result}. */
    <T> Future<T> call(Supplier<T> call) {
        free.acquireUninterruptibly();
        return threads.submit(() -> {
            try {
                return call.get();
            } finally {
                free.release();
            }
        });
    }

    static <T> T result(Future<T> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Makes something of each, in order. */
    static <A, B> List<B> map(List<A> all, Function<A, B> make) {
        try (SideBySide calls = new SideBySide()) {
            List<Future<B>> made = new ArrayList<>();
            all.forEach(one -> made.add(calls.call(() -> make.apply(one))));
            return made.stream().map(SideBySide::result).toList();
        }
    }

    /** Waits for the calls under way. */
    @Override
    public void close() {
        threads.close();
    }
}
