package dev.assistant.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does things at the same moment. */
public final class Concurrently {
    private Concurrently() {}

    /**
     * Runs a task so many times at once, each on its own thread.
     *
     * @param task makes the task of a number from 0
     * @return what the tasks answered, by number
     * @throws IllegalStateException when one failed
     */
    public static <T> List<T> run(int times, IntFunction<Callable<T>> task) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int n = 0; n < times; n++) {
                Callable<T> own = task.apply(n);
                running.add(threads.submit(() -> {
                    start.await();
                    return own.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : running) {
                answers.add(future.get());
            }
            return answers;
        } catch (Exception e) {
            throw new IllegalStateException("a task that ran at the same time failed", e);
        }
    }
}
