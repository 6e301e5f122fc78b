package dev.assistant.adapters.sqs;

import dev.assistant.adapters.aws.AwsCalls;
import dev.assistant.adapters.json.QueueJson;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobInbox;
import dev.assistant.workflow.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/** The receiving end of the job queue in SQS. Thread-safe. */
public final class SqsJobInbox implements JobInbox {
    private static final Logger LOG = LoggerFactory.getLogger(SqsJobInbox.class);
    private static final String DEPENDENCY = "queue";

    private final SqsClient client;
    private final String url;

    /** @param client one that waits long enough for an answer: {@code AwsClients.sqsForLongPolls()} */
    public SqsJobInbox(SqsClient client, String url) {
        this.client = client;
        this.url = url;
    }

    @Override
    public List<Delivery> receive(int most, Duration wait) {
        List<Message> messages = AwsCalls.call(
                DEPENDENCY,
                () -> client.receiveMessage(request -> request.queueUrl(url)
                                .maxNumberOfMessages(most)
                                .waitTimeSeconds((int) wait.toSeconds())
                                .visibilityTimeout((int) Lease.LENGTH.toSeconds())
                                .messageSystemAttributeNames(
                                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                        MessageSystemAttributeName.MESSAGE_GROUP_ID))
                        .messages());
        return messages.stream().map(this::delivery).flatMap(Optional::stream).toList();
    }

    private Optional<Delivery> delivery(Message message) {
        try {
            JobId job = QueueJson.toJob(message.body());
            return Optional.of(new Delivery(job, message.receiptHandle(), count(message), tenant(message)));
        } catch (IllegalArgumentException e) {
            LOG.warn("Message {} names no job and is deleted.", message.messageId());
            delete(message.receiptHandle());
            return Optional.empty();
        }
    }

    private static int count(Message message) {
        return Integer.parseInt(
                message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    }

    private static Optional<UUID> tenant(Message message) {
        return Optional.ofNullable(message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .map(UUID::fromString);
    }

    @Override
    public void hide(Delivery delivery, Duration length) {
        AwsCalls.call(DEPENDENCY, () -> {
            try {
                client.changeMessageVisibility(request -> request.queueUrl(url)
                        .receiptHandle(delivery.receipt())
                        .visibilityTimeout((int) length.toSeconds()));
                return true;
            } catch (MessageNotInflightException | ReceiptHandleIsInvalidException e) {
                return false; // gone, or somebody else's by now
            }
        });
    }

    @Override
    public void postpone(Delivery delivery, Duration length) {
        send(delivery.job(), delivery.tenant(), length);
        delete(delivery);
    }

    @Override
    public void remind(JobId job, UUID tenant, Duration length) {
        send(job, Optional.of(tenant), length);
    }

    private void send(JobId job, Optional<UUID> tenant, Duration length) {
        AwsCalls.call(
                DEPENDENCY,
                () -> client.sendMessage(request -> request.queueUrl(url)
                        .messageBody(QueueJson.job(job))
                        .messageGroupId(tenant.map(UUID::toString).orElse(null))
                        .delaySeconds((int) length.toSeconds())));
    }

    @Override
    public void delete(Delivery delivery) {
        delete(delivery.receipt());
    }

    private void delete(String receipt) {
        AwsCalls.call(DEPENDENCY, () -> {
            try {
                client.deleteMessage(request -> request.queueUrl(url).receiptHandle(receipt));
                return true;
            } catch (ReceiptHandleIsInvalidException e) {
                return false; // gone
            }
        });
    }
}
