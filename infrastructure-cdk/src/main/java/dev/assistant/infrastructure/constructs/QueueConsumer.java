package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import dev.assistant.infrastructure.catalogue.Source;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.constructs.Construct;

/** A function that a queue's messages run; it reports which of a batch failed, so that only those come again. */
public final class QueueConsumer extends Construct {
    public QueueConsumer(Construct scope, String function, WorkQueue queue, Surroundings around) {
        super(scope, function + "-consumer");
        CatalogueFunction row = around.catalogue().function(function);
        if (!(row.source() instanceof Source.Queue source)) {
            throw new IllegalArgumentException(function + " is not run by a queue");
        }
        new CloudFunction(this, row, around)
                .live()
                .addEventSourceMapping(
                        "Messages",
                        EventSourceMappingOptions.builder()
                                .eventSourceArn(queue.queue().getQueueArn())
                                .batchSize(source.batchSize())
                                .reportBatchItemFailures(true)
                                .build());
    }
}
