package dev.assistant.api.system;

import dev.assistant.api.http.Answer;
import dev.assistant.api.http.Operation;
import dev.assistant.api.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /health}: asks every dependency at once, and waits for none longer than two seconds. */
public final class GetHealthOperation implements Operation {
    private static final Logger LOG = LoggerFactory.getLogger(GetHealthOperation.class);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final List<Probe> probes;

    public GetHealthOperation(List<Probe> probes) {
        this.probes = List.copyOf(probes);
    }

    @Override
    public String id() {
        return "getHealth";
    }

    @Override
    public Answer answer(Request request) {
        List<DependencyDocument> dependencies = askAll();
        boolean healthy = dependencies.stream().allMatch(DependencyDocument::healthy);
        HealthDocument document = new HealthDocument(healthy ? "healthy" : "unhealthy", dependencies);
        return Answer.json(healthy ? 200 : 503, document);
    }

    private List<DependencyDocument> askAll() {
        long start = System.nanoTime();
        // Not closed at once: closing would wait for a probe that hangs, and that is what the limit is for.
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        List<Future<Long>> asked =
                probes.stream().map(probe -> threads.submit(() -> ask(probe))).toList();
        List<DependencyDocument> answers = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            answers.add(result(probes.get(i).name(), asked.get(i), start));
        }
        threads.shutdownNow();
        return answers;
    }

    private static long ask(Probe probe) {
        long start = System.nanoTime();
        probe.ask().run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static DependencyDocument result(String name, Future<Long> asked, long start) {
        long left = LONGEST.toNanos() - (System.nanoTime() - start);
        try {
            return new DependencyDocument(name, true, asked.get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{} is not healthy", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new DependencyDocument(name, false, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** The wire form. Grows only by optional fields. */
    private record HealthDocument(String status, List<DependencyDocument> dependencies) {}

    /** A dependency on the wire. Grows only by optional fields. */
    private record DependencyDocument(String name, boolean healthy, long milliseconds) {}
}
