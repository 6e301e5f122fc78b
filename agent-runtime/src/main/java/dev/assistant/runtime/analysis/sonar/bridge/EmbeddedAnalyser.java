package dev.assistant.runtime.analysis.sonar.bridge;

import java.util.concurrent.CompletableFuture;

/** One plugin in one engine. It works off one task after the other on one thread. */
public interface EmbeddedAnalyser extends AutoCloseable {
    /**
     * Queues a task. A plugin that breaks down does not fail the future: the answer says so, and what it reported until then.
     * Cancelling goes through {@link AnalysisTask.Watch#cancelled()}, not through the future.
     */
    CompletableFuture<AnalysisAnswer> analyse(AnalysisTask task);

    /** Stops the engine as soon as its plugin lets it, and returns at once. */
    @Override
    void close();
}
