package dev.assistant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.runtime.health.Health;
import dev.assistant.runtime.health.Health.Status;
import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.GrantKeyFile;
import dev.assistant.testkit.engine.LocalClients;
import dev.assistant.testkit.engine.PostgresEngine;
import dev.assistant.testkit.engine.Provision;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The process as it is wired, on real engines. */
@Timeout(60)
class AgentRuntimeTest {
    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");

    private Settings settings() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "DATABASE_URL",
                Engines.postgres().createDatabase(name),
                "DATABASE_USER",
                PostgresEngine.USER,
                "DATABASE_PASSWORD",
                PostgresEngine.PASSWORD,
                "AWS_REGION",
                Engines.REGION,
                "TABLE_EVENTS",
                name + "-events",
                "TABLE_CONNECTIONS",
                name + "-connections",
                "QUEUE_REVIEWS_URL",
                Engines.queues().queueUrl(name),
                "BUCKET_SOURCES",
                name,
                "WEBSOCKET_MANAGEMENT_URL",
                "http://127.0.0.1:1",
                "WORKER_HEALTH_PORT",
                "0"));
        variables.put("GRANT_KEY_FILE", GrantKeyFile.create().toString());
        variables.put("MCP_PORTS", "github=0,filesystem=0,memory=0,codebase=0");
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", Engines.dynamoDb().endpoint().toString());
        variables.put("AWS_ENDPOINT_URL_SQS", Engines.queues().endpoint().toString());
        variables.put("AWS_ENDPOINT_URL_S3", Engines.objects().endpoint().toString());
        return Settings.from(variables);
    }

    private AgentRuntime wire() throws IOException {
        Settings settings = settings();
        return Wiring.wire(settings, new AwsClients(settings.aws(), LocalClients.CREDENTIALS), List.of());
    }

    private void provision() {
        try (DynamoDbClient dynamoDb = LocalClients.dynamoDb(Engines.dynamoDb().endpoint());
                SqsClient sqs = LocalClients.sqs(Engines.queues().endpoint())) {
            Provision.tables(dynamoDb, name + "-connections", name + "-events", name + "-limits");
            Provision.queue(sqs, name, name + "-dead");
        }
    }

    @Test
    void takes_jobs_once_everything_answers_and_stops_when_told() throws Exception {
        AgentRuntime runtime = wire();
        Thread starting = Thread.ofVirtual().start(() -> start(runtime));
        assertThat(runtime.health()).isEqualTo(new Health(Status.STARTING, 0));

        provision();
        starting.join();
        assertThat(runtime.health()).isEqualTo(new Health(Status.OK, 0));

        runtime.close();
        assertThat(runtime.health().status()).isEqualTo(Status.STOPPING);
    }

    @Test
    void can_be_stopped_while_it_waits_for_what_never_answers() throws Exception {
        AgentRuntime runtime = wire();
        Thread starting = Thread.ofVirtual().start(() -> start(runtime));
        runtime.close();
        starting.join();
        assertThat(runtime.health().status()).isEqualTo(Status.STOPPING);
    }

    private static void start(AgentRuntime runtime) {
        try {
            runtime.start();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
