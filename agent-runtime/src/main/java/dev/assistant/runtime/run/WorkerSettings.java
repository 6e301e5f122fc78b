package dev.assistant.runtime.run;

/**
 * What a worker is told when it starts.
 *
 * @param name tells this process from other workers
 * @param concurrency how many jobs it runs at once, from 1
 */
public record WorkerSettings(String name, int concurrency, Timing timing) {
    public WorkerSettings {
        if (concurrency < 1) {
            throw new IllegalArgumentException("a worker runs at least one job, not " + concurrency);
        }
    }
}
