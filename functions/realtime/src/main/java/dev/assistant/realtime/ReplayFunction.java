package dev.assistant.realtime;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.assistant.adapters.json.QueueJson;
import dev.assistant.failure.Failure;
import dev.assistant.progress.DeliverEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves connections that somebody asked for: greets new ones and sends what they have not got. Those of one batch are served
 * side by side, since one may have to be waited for; what fails comes again. Idempotent: a connection knows what it was sent.
 * Thread-safe.
 */
public final class ReplayFunction implements Function<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayFunction.class);

    private final DeliverEvents deliverEvents;

    public ReplayFunction(DeliverEvents deliverEvents) {
        this.deliverEvents = deliverEvents;
    }

    @Override
    public SQSBatchResponse apply(SQSEvent event) {
        Map<String, Future<Boolean>> served = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SQSEvent.SQSMessage message : event.getRecords()) {
                served.put(message.getMessageId(), threads.submit(() -> isServed(message)));
            }
        } // waits for all
        List<SQSBatchResponse.BatchItemFailure> again = served.entrySet().stream()
                .filter(message -> !message.getValue().resultNow())
                .map(message -> new SQSBatchResponse.BatchItemFailure(message.getKey()))
                .toList();
        return new SQSBatchResponse(again);
    }

    private boolean isServed(SQSEvent.SQSMessage message) {
        try {
            QueueJson.Watcher watcher = QueueJson.toConnection(message.getBody());
            deliverEvents.to(watcher.job(), watcher.connection());
            return true;
        } catch (IllegalArgumentException e) {
            LOG.error("message {} names no connection and is dropped", message.getMessageId());
            return true;
        } catch (Failure e) {
            LOG.warn("message {} comes again: {}", message.getMessageId(), e.explanation());
            return false;
        } catch (RuntimeException e) {
            LOG.error(
                    "message {} comes again: {}",
                    message.getMessageId(),
                    e.getClass().getName());
            return false;
        }
    }
}
