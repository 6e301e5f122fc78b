package dev.assistant.runtime.analysis.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.review.Language;
import dev.assistant.review.SourceFile;
import dev.assistant.runtime.analysis.AnalysisEngine.Analysis;
import dev.assistant.runtime.analysis.AnalysisEngine.UnreadFile;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisAnswer;
import dev.assistant.runtime.analysis.sonar.bridge.AnalysisTask;
import dev.assistant.runtime.analysis.sonar.bridge.DocumentedRule;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalyser;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalysers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that misbehave on certain files, as the real ones cannot be made to. */
@Timeout(60)
class PluginRunTest {
    @TempDir
    private Path work;

    private final Misbehaving engine = new Misbehaving();

    @Test
    void a_file_that_the_plugin_hangs_on_is_named_and_the_others_are_analysed() throws Exception {
        Analysis analysis = run(List.of("a.py", "hang.py", "b.py"), Duration.ofMillis(50));

        assertThat(analysis.unread())
                .containsExactly(new UnreadFile("hang.py", "the analysis took longer than 0 seconds"));
        assertThat(engine.analysed).contains("a.py", "b.py");
    }

    @Test
    void the_plugin_is_started_anew_after_it_broke_down() throws Exception {
        Analysis analysis = run(List.of("a.py", "crash.py", "b.py"), Duration.ofSeconds(30));

        assertThat(analysis.unread()).containsExactly(new UnreadFile("crash.py", "the analysis broke down"));
        assertThat(engine.analysed).contains("a.py", "b.py");
        assertThat(engine.started).isEqualTo(3);
    }

    @Test
    void a_plugin_that_fails_on_file_after_file_is_not_asked_for_ever() throws Exception {
        List<String> paths =
                IntStream.range(0, 50).mapToObj("crash%d.py"::formatted).toList();

        Analysis analysis = run(paths, Duration.ofSeconds(30));

        assertThat(analysis.unread()).hasSize(50);
        assertThat(engine.tasks).isLessThan(30);
    }

    private Analysis run(List<String> paths, Duration patience) throws InterruptedException {
        PluginWorker worker = new PluginWorker(
                SonarPlugin.PYTHON,
                engine,
                SharedPack.ANALYSERS,
                work,
                RulePolicy.load(),
                new TimeLimit(patience, Duration.ZERO));
        List<SourceFile> files = paths.stream()
                .map(path -> new SourceFile(path, Language.PYTHON, "x = 1\n"))
                .toList();
        try (worker) {
            return PluginRun.of(worker, "sonar", files);
        }
    }

    /** Hangs on files named hang…, breaks down on files named crash…, and goes through the others in their order. */
    private static final class Misbehaving implements EmbeddedAnalysers {
        private final List<String> analysed = new ArrayList<>();
        private int started;
        private int tasks;

        @Override
        public EmbeddedAnalyser start(Path plugin, Path folder, Map<String, String> settings) {
            started++;
            return new EmbeddedAnalyser() {
                @Override
                public CompletableFuture<AnalysisAnswer> analyse(AnalysisTask task) {
                    tasks++;
                    return Misbehaving.this.analyse(task);
                }

                @Override
                public void close() {
                    // Nothing is held.
                }
            };
        }

        @Override
        public List<DocumentedRule> rules(Path plugin) {
            return List.of();
        }

        private CompletableFuture<AnalysisAnswer> analyse(AnalysisTask task) {
            for (AnalysisTask.Source source : task.sources()) {
                task.watch().opened(source.path());
                if (source.path().startsWith("hang")) {
                    return new CompletableFuture<>();
                }
                if (source.path().startsWith("crash")) {
                    return CompletableFuture.completedFuture(new AnalysisAnswer(List.of(), Map.of(), Set.of(), true));
                }
                analysed.add(source.path());
            }
            return CompletableFuture.completedFuture(new AnalysisAnswer(List.of(), Map.of(), Set.of(), false));
        }
    }
}
