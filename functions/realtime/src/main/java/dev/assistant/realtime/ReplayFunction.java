package dev.assistant.realtime;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.assistant.adapters.json.QueueJson;
import dev.assistant.progress.DeliverEvents;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Serves connections that somebody asked for: greets new ones and sends what they have not got. Those of one batch are served
 * side by side, since one may have to be waited for; what fails comes again. Idempotent: a connection knows what it was sent.
 * Thread-safe.
 */
public final class ReplayFunction implements Function<SQSEvent, SQSBatchResponse> {
    private static final int SERVED = 200;
    private static final int NAMES_NOBODY = 400; // and never will
    private static final int FAILED = 503;

    private final DeliverEvents deliverEvents;
    private final SentEvents sent;
    private final PrintStream log;

    /**
     * @param sent what the delivery counts
     * @param log takes a line of JSON for each connection
     */
    ReplayFunction(DeliverEvents deliverEvents, SentEvents sent, PrintStream log) {
        this.deliverEvents = deliverEvents;
        this.sent = sent;
        this.log = log;
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
        RequestLine line = new RequestLine("replay", "deliver", message.getMessageId(), header -> Optional.empty());
        int status = serve(message.getBody(), line);
        line.sent(sent);
        line.write(status, log);
        return status != FAILED;
    }

    private int serve(String body, RequestLine line) {
        try {
            QueueJson.Watcher watcher = QueueJson.toConnection(body);
            line.job(watcher.job());
            deliverEvents.to(watcher.job(), watcher.connection());
            return SERVED;
        } catch (IllegalArgumentException e) {
            line.failure(e);
            return NAMES_NOBODY;
        } catch (RuntimeException e) {
            line.failure(e);
            return FAILED;
        }
    }
}
