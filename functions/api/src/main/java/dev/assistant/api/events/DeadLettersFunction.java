package dev.assistant.api.events;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.assistant.adapters.json.QueueJson;
import dev.assistant.failure.Failure;
import dev.assistant.progress.AbandonJob;
import dev.assistant.workflow.JobId;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up the jobs whose messages no worker could handle. A job that cannot be given up now stays in the queue and comes
 * again. Idempotent by job. Thread-safe.
 */
public final class DeadLettersFunction implements Function<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersFunction.class);

    private final AbandonJob abandonJob;

    public DeadLettersFunction(AbandonJob abandonJob) {
        this.abandonJob = abandonJob;
    }

    @Override
    public SQSBatchResponse apply(SQSEvent event) {
        return Batch.handled(event, this::isHandled);
    }

    private boolean isHandled(SQSEvent.SQSMessage message) {
        try {
            JobId job = QueueJson.toJob(message.getBody());
            abandonJob.abandon(job);
            LOG.error("job {} was given up: its message reached the dead letters", job);
            return true;
        } catch (IllegalArgumentException e) {
            LOG.error("message {} of the dead letters names no job and is dropped", message.getMessageId());
            return true;
        } catch (Failure e) {
            LOG.warn("message {} of the dead letters comes again: {}", message.getMessageId(), e.explanation());
            return false;
        }
    }
}
