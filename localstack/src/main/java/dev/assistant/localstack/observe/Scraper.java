package dev.assistant.localstack.observe;

import dev.assistant.localstack.observe.figure.History;
import dev.assistant.localstack.observe.figure.Series;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every few seconds for the metrics of all that has some. What does not answer is missing from that moment. */
final class Scraper implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Scraper.class);

    private final Map<String, URI> targets;
    private final History history;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Thread thread = Thread.ofVirtual().name("scraper").unstarted(this::run);

    /** @param targets the address of the metrics of each job */
    Scraper(Map<String, URI> targets, History history) {
        this.targets = Map.copyOf(targets);
        this.history = history;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        http.shutdownNow();
    }

    private void run() {
        try {
            while (true) {
                scrape();
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks once. */
    void scrape() throws InterruptedException {
        Map<Series, Double> samples = new HashMap<>();
        for (Map.Entry<String, URI> target : targets.entrySet()) {
            try {
                HttpRequest request = HttpRequest.newBuilder(target.getValue())
                        .timeout(ANSWER)
                        .build();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    samples.putAll(Series.parse(answer.body(), target.getKey()));
                }
            } catch (IOException e) {
                LOG.debug("no metrics of {}: {}", target.getKey(), e.toString());
            }
        }
        samples.values().removeIf(value -> value.isNaN());
        history.add(Instant.now(), samples);
    }
}
