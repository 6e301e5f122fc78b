package dev.assistant.adapters.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.adapters.cloud.Cloud;
import dev.assistant.adapters.json.QueueJson;
import dev.assistant.progress.ConnectionId;
import dev.assistant.testkit.engine.Provision;
import dev.assistant.workflow.JobId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

class SqsReplayQueueTest {
    private static final SqsClient CLIENT = Cloud.sqs();

    @Test
    void asks_for_a_connection_of_a_job_to_be_served() {
        String name = "replay-" + UUID.randomUUID();
        String url = Provision.queue(CLIENT, name, name + "-dead");
        JobId job = new JobId(UUID.randomUUID());
        ConnectionId connection = new ConnectionId("L0SM9cOFvHcCIhw=");

        new SqsReplayQueue(new SqsQueue(CLIENT, url)).enqueue(job, connection);

        String body = CLIENT.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(5))
                .messages()
                .getFirst()
                .body();
        assertThat(QueueJson.toConnection(body)).isEqualTo(new QueueJson.Watcher(job, connection));
    }
}
