package dev.assistant.adapters.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assistant.adapters.cloud.Cloud;
import dev.assistant.failure.Failure;
import dev.assistant.testkit.contract.JobQueueContract;
import dev.assistant.testkit.engine.Provision;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.JobInbox;
import dev.assistant.workflow.JobInbox.Delivery;
import dev.assistant.workflow.JobQueue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsJobQueueTest extends JobQueueContract {
    private static final SqsClient CLIENT = Cloud.sqs();

    private final String name = "jobs-" + UUID.randomUUID();
    private final String url = Provision.queue(CLIENT, name, name + "-dead");

    @Override
    protected JobQueue queue() {
        return new SqsJobQueue(new SqsQueue(CLIENT, url));
    }

    @Override
    protected JobInbox inbox() {
        return new SqsJobInbox(CLIENT, url);
    }

    @Test
    void carries_nothing_but_the_id() {
        JobId job = new JobId(UUID.fromString("0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e07"));
        queue().enqueue(job, UUID.randomUUID());

        Message message = CLIENT.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(5))
                .messages()
                .getFirst();

        assertThat(message.body()).isEqualTo("{\"job_id\":\"0199f3a2-7c41-7d30-9b6e-2f4c8a1d5e07\"}");
    }

    @Test
    void deletes_messages_that_name_no_job() {
        for (String body : List.of("not json", "{}", "{\"job_id\":\"x\"}", "[]", "null")) {
            CLIENT.sendMessage(request -> request.queueUrl(url).messageBody(body));
        }
        JobId job = new JobId(UUID.randomUUID());
        CLIENT.sendMessage(request ->
                request.queueUrl(url).messageBody("{\"job_id\":\"" + job + "\",\"later_field\":{\"a\":[1]}}"));

        assertThat(inbox().receive(10, Duration.ofSeconds(5)))
                .extracting(Delivery::job)
                .containsExactly(job);

        String notVisible = CLIENT.getQueueAttributes(request ->
                        request.queueUrl(url).attributeNamesWithStrings("ApproximateNumberOfMessagesNotVisible"))
                .attributesAsStrings()
                .get("ApproximateNumberOfMessagesNotVisible");
        assertThat(notVisible).isEqualTo("1");
    }

    @Test
    void says_that_the_queue_does_not_answer() {
        String nowhere = url + "-none";
        JobId job = new JobId(UUID.randomUUID());

        assertThatThrownBy(() -> new SqsJobQueue(new SqsQueue(CLIENT, nowhere)).enqueue(job, UUID.randomUUID()))
                .isInstanceOf(Failure.Unavailable.class);
        assertThatThrownBy(() -> new SqsQueue(CLIENT, nowhere).probe()).isInstanceOf(Failure.Unavailable.class);
        assertThatThrownBy(() -> new SqsJobInbox(CLIENT, nowhere).receive(1, Duration.ZERO))
                .isInstanceOf(Failure.Unavailable.class);
        new SqsQueue(CLIENT, url).probe();
    }
}
