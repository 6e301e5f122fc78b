package dev.assistant.adapters.sqs;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.failure.Failure;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue by its address. Thread-safe. */
public final class SqsQueue {
    private static final String DEPENDENCY = "queue";

    private final SqsClient client;
    private final String url;

    public SqsQueue(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    /** @throws Failure.Unavailable when the queue cannot be reached */
    public void probe() {
        AwsCalls.call(
                DEPENDENCY,
                () -> client.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN)));
    }

    void send(String body) {
        AwsCalls.call(
                DEPENDENCY,
                () -> client.sendMessage(request -> request.queueUrl(url).messageBody(body)));
    }

    /** @param group messages of one group do not keep the others waiting (SQS fair queues) */
    void send(String body, String group) {
        AwsCalls.call(
                DEPENDENCY,
                () -> client.sendMessage(
                        request -> request.queueUrl(url).messageBody(body).messageGroupId(group)));
    }
}
