package dev.assistant.runtime.analysis.sonar;

import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalyser;
import dev.assistant.runtime.analysis.sonar.bridge.EmbeddedAnalysers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives one plugin its work: starts it when it is first needed, lets callers take turns, and replaces it when it broke down or
 * hangs. Thread-safe.
 */
final class PluginWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginWorker.class);

    /** How long the next caller waits for a task that was cancelled. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SonarPlugin plugin;
    private final EmbeddedAnalysers engine;
    private final Path analysers;
    private final Path work;
    private final RulePolicy policy;
    private final TimeLimit limit;
    private final Lock turns = new ReentrantLock(true);
    private @Nullable RunningPlugin running;
    private @Nullable NodeRuntime node;
    private volatile boolean closed;

    /**
     * @param analysers the pack's folder
     * @param work a folder of its own, which need not exist
     */
    PluginWorker(
            SonarPlugin plugin,
            EmbeddedAnalysers engine,
            Path analysers,
            Path work,
            RulePolicy policy,
            TimeLimit limit) {
        this.plugin = plugin;
        this.engine = engine;
        this.analysers = analysers;
        this.work = work;
        this.policy = policy;
        this.limit = limit;
    }

    SonarPlugin plugin() {
        return plugin;
    }

    /** Starts the plugin unless it runs. */
    void warmUp() throws InterruptedException {
        turns.lockInterruptibly();
        try {
            ready();
        } finally {
            turns.unlock();
        }
    }

    /**
     * Analyses a batch when its turn comes.
     *
     * @throws IllegalStateException when the plugin does not start
     */
    Attempt attempt(Batch batch) throws InterruptedException {
        turns.lockInterruptibly();
        try {
            Attempt attempt = attempt(ready(), batch);
            if (attempt instanceof Attempt.Failed) {
                discard();
            }
            return attempt;
        } finally {
            turns.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        turns.lock();
        try {
            discard();
        } finally {
            turns.unlock();
        }
    }

    private RunningPlugin ready() throws InterruptedException {
        if (running != null && !running.isIdleWithin(PATIENCE)) {
            LOG.warn("The {} analyser does not stop; it is replaced.", plugin.id());
            discard();
        }
        RunningPlugin present = running;
        if (present == null) {
            present = start();
            running = present;
        }
        return present;
    }

    private void discard() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private RunningPlugin start() throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("the analysers are closed");
        }
        try {
            Files.createDirectories(work);
            RunningPlugin started = new RunningPlugin(open(), rules(), limit, this::killHelpers);
            prove(started);
            hideEnvironment();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("The " + plugin.id() + " analyser cannot use its folder " + work + ".", e);
        }
    }

    private AppliedRules rules() {
        return new AppliedRules(RuleCatalogue.of(plugin, analysers), policy);
    }

    private EmbeddedAnalyser open() throws IOException {
        Path jar = plugin.jar(analysers.resolve("plugins"));
        Map<String, String> settings = new HashMap<>();
        if (plugin == SonarPlugin.JAVASCRIPT) {
            if (node == null) {
                node = NodeRuntime.unpack(jar, work).orElse(null);
            }
            if (node != null) {
                settings.put("sonar.nodejs.executable", node.launcher().toString());
            }
            settings.put("sonar.javascript.node.maxspace", String.valueOf(NodeRuntime.HEAP));
            // What is third-party code is decided before files come here.
            settings.put("sonar.javascript.exclusions", "");
            settings.put("sonar.typescript.exclusions", "");
        }
        return engine.start(jar, work, settings);
    }

    /** Closes a plugin that does not work, or that nobody waits for any more. */
    private void prove(RunningPlugin started) throws InterruptedException {
        boolean works = false;
        try {
            Batch sample = new Batch(plugin, List.of(plugin.sample()));
            works = attempt(started, sample) instanceof Attempt.Answered answered
                    && answered.answer().unparsed().isEmpty()
                    && answered.answer().ignored().isEmpty();
        } finally {
            if (!works) {
                started.close();
            }
        }
        if (!works) {
            throw new IllegalStateException("The " + plugin.id() + " analyser cannot read its own sample.");
        }
    }

    private Attempt attempt(RunningPlugin target, Batch batch) throws InterruptedException {
        if (!plugin.wantsFilesOnDisk()) {
            return target.attempt(batch, work.resolve("virtual"), Map.of());
        }
        try {
            Path project = Files.createDirectories(work.resolve("project"));
            try (SourceFolder folder = SourceFolder.of(batch.sources(), project)) {
                return target.attempt(batch, folder.path(), typeScript(project));
            }
        } catch (SourceFolder.Unwritable e) {
            return new Attempt.Failed(batch.find(e.path()), "its path does not go together with another's");
        } catch (IOException e) {
            throw new UncheckedIOException("The " + plugin.id() + " analyser cannot write to " + work + ".", e);
        }
    }

    /**
     * One TypeScript project for all folders: the plugin's compiler never forgets a project. Without one it would make its own
     * for every folder; submitted ones are not used, because they can name files anywhere on the disk.
     */
    private static Map<String, String> typeScript(Path project) throws IOException {
        Path configuration = project.resolve("tsconfig.json");
        if (Files.notExists(configuration)) {
            Files.writeString(configuration, """
                    {"compilerOptions": {"allowJs": true, "noImplicitAny": true, "types": []}, "include": ["**/*"]}
                    """);
        }
        return Map.of("sonar.typescript.tsconfigPaths", configuration.toString());
    }

    /** The Go plugin brings a parser of its own, which it unpacks before its first file. */
    private void hideEnvironment() throws IOException {
        if (plugin != SonarPlugin.GO) {
            return;
        }
        Optional<Path> parser;
        try (Stream<Path> files = Files.walk(work)) {
            parser = files.filter(file -> file.getFileName().toString().startsWith("sonar-go-to-slang"))
                    .filter(file -> !file.toString().endsWith(".bin"))
                    .findFirst();
        }
        CleanLauncher.wrap(
                parser.orElseThrow(() -> new IllegalStateException("The go parser is not where it was.")), work);
    }

    private void killHelpers() {
        Optional.ofNullable(node).ifPresent(NodeRuntime::kill);
    }
}
