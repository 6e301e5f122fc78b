package dev.assistant.api.events;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.function.Predicate;

/** What a queue is answered. */
final class Batch {
    private Batch() {}

    /**
     * Hands over each message, one after the other.
     *
     * @param isHandled whether a message is done with; one that is not stays in the queue and comes again
     */
    static SQSBatchResponse handled(SQSEvent event, Predicate<SQSMessage> isHandled) {
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(isHandled.negate())
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }
}
