package dev.assistant.localstack.source;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionFailure;
import dev.assistant.localstack.function.FunctionHost;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs a function at intervals, one run after another, with EventBridge's event (its type is {@code ScheduledEvent}). */
public final class Clock implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Clock.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FunctionEntry function;
    private final FunctionHost functions;
    private final Duration interval;
    private final String region;

    public Clock(FunctionEntry function, FunctionHost functions, Duration interval, String region) {
        this.function = function;
        this.functions = functions;
        this.interval = interval;
        this.region = region;
    }

    /** Runs the function until the thread is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(interval);
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            functions.invoke(function, event());
        } catch (FunctionFailure e) {
            LOG.warn("{}: {}", function.name(), e.getMessage());
        }
    }

    private byte[] event() {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Scheduled Event");
        event.put("source", "aws.events");
        event.put("account", "000000000000");
        event.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        event.put("region", region);
        event.putArray("resources").add("arn:aws:events:" + region + ":000000000000:rule/" + function.name());
        event.putObject("detail");
        return JSON.writeValueAsBytes(event);
    }
}
