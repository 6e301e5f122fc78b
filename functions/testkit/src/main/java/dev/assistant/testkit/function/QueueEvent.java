package dev.assistant.testkit.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages of a queue as SQS hands them to a function. */
public final class QueueEvent {
    private QueueEvent() {}

    /** The event with these messages, {@code message-0} and so on, each for the first time. */
    public static Map<String, Object> of(String... bodies) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(Map.of(
                    "messageId",
                    "message-" + records.size(),
                    "receiptHandle",
                    "receipt",
                    "body",
                    body,
                    "attributes",
                    Map.of("ApproximateReceiveCount", "1"),
                    "messageAttributes",
                    Map.of(),
                    "eventSource",
                    "aws:sqs",
                    "eventSourceARN",
                    "arn:aws:sqs:eu-central-1:000000000000:queue",
                    "awsRegion",
                    "eu-central-1"));
        }
        return Map.of("Records", records);
    }
}
