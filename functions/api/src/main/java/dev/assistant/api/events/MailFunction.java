package dev.assistant.api.events;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.assistant.adapters.json.AccountMailJson;
import dev.assistant.failure.Failure;
import dev.assistant.identity.DeliverAccountMail;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the mails of the mail queue. One that cannot be delivered now stays in the queue and comes again until the queue
 * forgets it. Messages hold tokens, so nothing of them is logged. Thread-safe.
 */
public final class MailFunction implements Function<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(MailFunction.class);

    private final DeliverAccountMail deliverMail;

    public MailFunction(DeliverAccountMail deliverMail) {
        this.deliverMail = deliverMail;
    }

    @Override
    public SQSBatchResponse apply(SQSEvent event) {
        return Batch.handled(event, this::isHandled);
    }

    private boolean isHandled(SQSEvent.SQSMessage message) {
        try {
            deliverMail.deliver(AccountMailJson.read(message.getBody()));
            return true;
        } catch (IllegalArgumentException e) {
            LOG.error("message {} of the mail queue is no mail and is dropped", message.getMessageId());
            return true;
        } catch (Failure.Unavailable e) {
            LOG.warn("message {} of the mail queue comes again: {}", message.getMessageId(), e.explanation());
            return false;
        } catch (Failure e) {
            LOG.error("message {} of the mail queue is dropped: {}", message.getMessageId(), e.explanation());
            return true;
        }
    }
}
