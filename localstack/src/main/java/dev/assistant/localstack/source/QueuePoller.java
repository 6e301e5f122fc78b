package dev.assistant.localstack.source;

import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionFailure;
import dev.assistant.localstack.function.FunctionHost;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Hands a queue's messages to a function and deletes those that it did not report as failed; the others come again when
 * their visibility time-out ends. One batch at a time.
 */
public final class QueuePoller implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
    private static final int WAIT_SECONDS = 20;

    private final SqsClient client;
    private final String queueUrl;
    private final int batchSize;
    private final String region;
    private final FunctionEntry function;
    private final FunctionHost functions;

    /**
     * What to poll.
     *
     * @param batchSize most messages at a time, 1 to 10
     * @param region as it stands in the messages
     */
    public record Queue(String url, int batchSize, String region) {}

    public QueuePoller(SqsClient client, Queue queue, FunctionEntry function, FunctionHost functions) {
        this.client = client;
        this.queueUrl = queue.url();
        this.batchSize = queue.batchSize();
        this.region = queue.region();
        this.function = function;
        this.functions = functions;
    }

    /** Polls until the thread is interrupted. */
    @Override
    public void run() {
        String arn = arn();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                List<Message> messages = receive();
                if (!messages.isEmpty()) {
                    handle(messages, arn);
                }
            } catch (AbortedException e) {
                return;
            } catch (SdkException e) {
                LOG.warn("queue of {}: {}", function.name(), e.getMessage());
            }
        }
    }

    private void handle(List<Message> messages, String arn) {
        Optional<Set<String>> failed;
        try {
            byte[] answer = functions.invoke(function, QueueEvent.of(messages, arn, region));
            failed = QueueEvent.failures(answer, messages);
        } catch (FunctionFailure e) {
            LOG.warn("{} of {} messages: {}", function.name(), messages.size(), e.getMessage());
            return;
        }
        failed.ifPresent(ids -> messages.stream()
                .filter(message -> !ids.contains(message.messageId()))
                .forEach(this::delete));
    }

    private List<Message> receive() {
        return client.receiveMessage(receive -> receive.queueUrl(queueUrl)
                        .maxNumberOfMessages(batchSize)
                        .waitTimeSeconds(WAIT_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("All"))
                .messages();
    }

    private void delete(Message message) {
        client.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
    }

    private String arn() {
        return client.getQueueAttributes(get -> get.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }
}
