package dev.assistant.localstack.observe;

import dev.assistant.localstack.observe.figure.History;
import dev.assistant.localstack.observe.figure.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Keeps every few seconds what the metrics are. What does not answer is missing from that moment. */
final class Scraper implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final CurrentMetrics metrics;
    private final History history;
    private final Thread thread = Thread.ofVirtual().name("scraper").unstarted(this::run);

    Scraper(CurrentMetrics metrics, History history) {
        this.metrics = metrics;
        this.history = history;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                Map<Series, Double> samples = Series.parse(metrics.text());
                samples.values().removeIf(value -> value.isNaN());
                history.add(Instant.now(), samples);
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
