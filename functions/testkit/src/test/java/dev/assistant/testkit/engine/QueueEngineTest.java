package dev.assistant.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueueEngineTest {

    @Test
    void keeps_queues_and_messages_over_a_restart(@TempDir Path directory) {
        try (QueueEngine engine = QueueEngine.start(directory, Engines.REGION, 0);
                SqsClient client = LocalClients.sqs(engine.endpoint())) {
            String url = Provision.queue(client, "kept", "kept-dead-letters");
            send(client, url, "deleted");
            client.deleteMessage(delete -> delete.queueUrl(url)
                    .receiptHandle(receive(client, url, 5).getFirst().receiptHandle()));
            send(client, url, "received, not deleted");
            client.changeMessageVisibility(change -> change.queueUrl(url)
                    .receiptHandle(receive(client, url, 5).getFirst().receiptHandle())
                    .visibilityTimeout(1));
            send(client, url, "waiting");
        }

        try (QueueEngine engine = QueueEngine.start(directory, Engines.REGION, 0);
                SqsClient client = LocalClients.sqs(engine.endpoint())) {
            String url = engine.queueUrl("kept");
            assertThat(Provision.queue(client, "kept", "kept-dead-letters")).isEqualTo(url);
            assertThat(client.getQueueAttributes(
                                    get -> get.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                            .attributes()
                            .get(QueueAttributeName.REDRIVE_POLICY))
                    .contains("kept-dead-letters");
            List<Message> kept = new ArrayList<>(receive(client, url, 5));
            kept.addAll(receive(client, url, 5));
            assertThat(kept).extracting(Message::body).containsExactlyInAnyOrder("waiting", "received, not deleted");
            assertThat(receive(client, url, 0)).isEmpty();
        }
    }

    @Test
    void moves_a_message_that_nobody_deletes_to_the_dead_letters() {
        QueueEngine engine = Engines.queues();
        try (SqsClient client = LocalClients.sqs(engine.endpoint())) {
            String url = Provision.queue(client, "poisoned", "poisoned-dead-letters");
            assertThat(url).isEqualTo(engine.queueUrl("poisoned"));
            send(client, url, "poison");

            for (int delivery = 1; delivery <= Provision.MAX_RECEIVE_COUNT; delivery++) {
                Message message = receive(client, url, 5).getFirst();
                client.changeMessageVisibility(change -> change.queueUrl(url)
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(0));
            }

            assertThat(receive(client, url, 1)).isEmpty();
            assertThat(receive(client, engine.queueUrl("poisoned-dead-letters"), 5))
                    .extracting(Message::body)
                    .containsExactly("poison");
        }
    }

    private static void send(SqsClient client, String url, String body) {
        client.sendMessage(message -> message.queueUrl(url).messageBody(body));
    }

    private static List<Message> receive(SqsClient client, String url, int waitSeconds) {
        return client.receiveMessage(
                        receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(waitSeconds))
                .messages();
    }
}
