package dev.assistant.localstack.functions;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.function.Function;

/** Reports messages that say "bad" as failed; throws over one that says "worse". */
final class Batch implements Function<SQSEvent, SQSBatchResponse> {

    @Override
    public SQSBatchResponse apply(SQSEvent event) {
        List<SQSEvent.SQSMessage> messages = event.getRecords();
        if (messages.stream().anyMatch(message -> message.getBody().equals("worse"))) {
            throw new IllegalStateException("on purpose");
        }
        return new SQSBatchResponse(messages.stream()
                .filter(message -> message.getBody().equals("bad"))
                .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
                .toList());
    }
}
