package dev.assistant.runtime.analysis.sonar;

import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisAnswer;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisTask;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalyser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A started plugin and its time limits. One attempt at a time; after a failed one it must be closed and replaced. */
final class RunningPlugin implements AutoCloseable {
    /** How often a waiting caller looks whether the plugin still moves. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private static final String BROKE_DOWN = "the analysis broke down";

    private final EmbeddedAnalyser analyser;
    private final AppliedRules rules;
    private final TimeLimit limit;
    private final Runnable killHelpers;
    private CompletableFuture<AnalysisAnswer> latest = CompletableFuture.completedFuture(null);

    /** @param killHelpers ends the processes that the plugin may be waiting for */
    RunningPlugin(EmbeddedAnalyser analyser, AppliedRules rules, TimeLimit limit, Runnable killHelpers) {
        this.analyser = analyser;
        this.rules = rules;
        this.limit = limit;
        this.killHelpers = killHelpers;
    }

    /**
     * Analyses a batch.
     *
     * @param root the folder that the files' paths are relative to
     * @throws InterruptedException at once when the caller was interrupted; the plugin is told, and may need a moment to stop
     */
    Attempt attempt(Batch batch, Path root, Map<String, String> settings) throws InterruptedException {
        Progress progress = new Progress();
        latest = analyser.analyse(
                new AnalysisTask(root, batch.sources(), rules.of(batch.ruleLanguages()), settings, progress));
        try {
            return await(batch, progress);
        } catch (InterruptedException e) {
            progress.cancel();
            throw e;
        }
    }

    /** Waits for what an interrupted caller left behind; false when the plugin does not come to an end. */
    boolean isIdleWithin(Duration patience) throws InterruptedException {
        return finished(latest, patience);
    }

    @Override
    public void close() {
        analyser.close();
        killHelpers.run();
    }

    private Attempt await(Batch batch, Progress progress) throws InterruptedException {
        while (!finished(latest, GLANCE)) {
            Optional<SourceFile> current = progress.current().flatMap(batch::find);
            Duration allowed = limit.of(current);
            if (progress.idle().compareTo(allowed) > 0) {
                progress.cancel();
                return new Attempt.Failed(current, "the analysis took longer than " + allowed.toSeconds() + " seconds");
            }
        }
        Optional<SourceFile> suspect = progress.current().flatMap(batch::find);
        try {
            AnalysisAnswer answer = latest.join();
            return answer.breakdown() ? new Attempt.Failed(suspect, BROKE_DOWN) : new Attempt.Answered(answer, rules);
        } catch (CompletionException e) {
            return new Attempt.Failed(suspect, BROKE_DOWN);
        }
    }

    private static boolean finished(CompletableFuture<?> future, Duration patience) throws InterruptedException {
        try {
            future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** What a plugin is at; written by the engine's threads. */
    private static final class Progress implements AnalysisTask.Watch {
        private volatile boolean cancelled;
        private volatile long since = System.nanoTime();
        private volatile @Nullable String current;

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public void opened(String path) {
            if (!path.equals(current)) {
                current = path;
                since = System.nanoTime();
            }
        }

        void cancel() {
            cancelled = true;
        }

        Optional<String> current() {
            return Optional.ofNullable(current);
        }

        Duration idle() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }
}
