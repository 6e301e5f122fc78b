package dev.assistant.localstack.observe.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The traces that were begun last, in memory. Thread-safe. */
public final class Traces {
    private static final int MOST_TRACES = 300;
    private static final int MOST_SPANS = 2_000;
    private static final String JOB = "job.id";

    private final Map<String, List<Span>> traces = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Span>> eldest) {
            return size() > MOST_TRACES;
        }
    };

    /** A trace in short. */
    public record Summary(String trace, Span first, int spans, Optional<String> job) {}

    /** Adds a span; beyond two thousand of a trace they are dropped. */
    public synchronized void add(Span span) {
        List<Span> spans = traces.computeIfAbsent(span.trace(), trace -> new ArrayList<>());
        if (spans.size() < MOST_SPANS) {
            spans.add(span);
        }
    }

    /** The newest first. */
    public synchronized List<Summary> recent() {
        return traces.entrySet().stream()
                .map(trace -> new Summary(
                        trace.getKey(),
                        sorted(trace.getValue()).getFirst(),
                        trace.getValue().size(),
                        job(trace.getValue())))
                .sorted(Comparator.comparing((Summary trace) -> trace.first().start())
                        .reversed())
                .toList();
    }

    /** The spans of a trace by their beginning; none when it is not known. */
    public synchronized List<Span> spans(String trace) {
        return sorted(traces.getOrDefault(trace, List.of()));
    }

    /** The trace of a job. */
    public synchronized Optional<String> ofJob(String job) {
        return traces.entrySet().stream()
                .filter(trace -> job(trace.getValue()).filter(job::equals).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<String> job(List<Span> spans) {
        return spans.stream()
                .flatMap(span -> Optional.ofNullable(span.attributes().get(JOB)).stream())
                .findFirst();
    }

    private static List<Span> sorted(List<Span> spans) {
        return spans.stream().sorted(Comparator.comparing(Span::start)).toList();
    }
}
