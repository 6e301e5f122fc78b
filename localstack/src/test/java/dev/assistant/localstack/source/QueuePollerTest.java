package dev.assistant.localstack.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assistant.localstack.TestCode;
import dev.assistant.localstack.catalogue.FunctionEntry;
import dev.assistant.localstack.function.FunctionHost;
import dev.assistant.localstack.function.InProcessHost;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.Provision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QueuePollerTest {

    @Test
    void deletes_what_the_function_handled_and_leaves_what_it_reported(@TempDir Path directory) throws Exception {
        FunctionEntry function = TestCode.catalogue().named("consumer");
        try (SqsClient client = LocalClients.sqs(Engines.queues().endpoint());
                FunctionHost host = new InProcessHost(TestCode.unpackedIn(directory))) {
            String url = Provision.queue(client, "polled", "polled-dead-letters");
            client.setQueueAttributes(set -> set.queueUrl(url).attributesWithStrings(Map.of("VisibilityTimeout", "1")));
            for (String body : List.of("good", "bad", "fine")) {
                client.sendMessage(send -> send.queueUrl(url).messageBody(body));
            }
            Thread poller = Thread.ofVirtual()
                    .start(new QueuePoller(client, new QueuePoller.Queue(url, 10, Engines.REGION), function, host));

            assertThat(deadLetter(client)).isEqualTo("bad");
            poller.interrupt();
            poller.join();
            assertThat(receive(client, url)).isEmpty();
        }
    }

    @Test
    void leaves_all_when_the_function_throws(@TempDir Path directory) throws Exception {
        FunctionEntry function = TestCode.catalogue().named("consumer");
        try (FunctionHost host = new InProcessHost(TestCode.unpackedIn(directory))) {
            Message worse = Message.builder().messageId("1").body("worse").build();

            assertThat(catchThrowable(
                            () -> host.invoke(function, QueueEvent.of(List.of(worse), "arn", Engines.REGION))))
                    .hasMessageContaining("on purpose");
        }
    }

    @Test
    void takes_an_answer_that_names_a_stranger_for_a_failure_of_all() {
        List<Message> messages = List.of(Message.builder().messageId("1").build());

        assertThat(QueueEvent.failures(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}".getBytes(StandardCharsets.UTF_8),
                        messages))
                .isEmpty();
        assertThat(QueueEvent.failures("{\"batchItemFailures\":null}".getBytes(StandardCharsets.UTF_8), messages))
                .contains(Set.of());
        assertThat(QueueEvent.failures(new byte[0], messages)).contains(Set.of());
        assertThat(QueueEvent.failures("nonsense".getBytes(StandardCharsets.UTF_8), messages))
                .isEmpty();
    }

    private static String deadLetter(SqsClient client) {
        String url = Engines.queues().queueUrl("polled-dead-letters");
        List<Message> messages = List.of();
        while (messages.isEmpty()) {
            messages = receive(client, url);
        }
        return messages.getFirst().body();
    }

    private static List<Message> receive(SqsClient client, String url) {
        return client.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(2))
                .messages();
    }
}
