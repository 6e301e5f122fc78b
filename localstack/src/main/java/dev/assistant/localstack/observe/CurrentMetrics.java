package dev.assistant.localstack.observe;

import dev.assistant.localstack.observe.figure.Exposition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metrics of all parts as they are at the moment of asking; those of a part that does not answer are missing. Thread-safe. */
final class CurrentMetrics implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(CurrentMetrics.class);

    private final GatewayMetrics gateway;
    private final URI worker;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    /** @param worker where agent-runtime tells its metrics */
    CurrentMetrics(GatewayMetrics gateway, URI worker) {
        this.gateway = gateway;
        this.worker = worker;
    }

    /** In Prometheus' text format, version 0.0.4. */
    String text() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("gateway", gateway.text());
        ofWorker().ifPresent(text -> texts.put("agent-runtime", text));
        return Exposition.of(texts);
    }

    private Optional<String> ofWorker() {
        HttpRequest request = HttpRequest.newBuilder(worker).timeout(ANSWER).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return Optional.of(answer.body()).filter(body -> answer.statusCode() == 200);
        } catch (IOException e) {
            LOG.debug("no metrics of agent-runtime: {}", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
