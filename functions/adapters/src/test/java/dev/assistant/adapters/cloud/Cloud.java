package dev.assistant.adapters.cloud;

import dev.assistant.testkit.engine.Engines;
import dev.assistant.testkit.engine.LocalClients;
import java.net.URI;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The services that the adapters speak to: the embedded engines, or with {@code -Plocalstack} LocalStack in Docker, which is
 * another implementation of the same protocols. The tests are the same.
 */
public final class Cloud {
    /** The last line that runs without a token; one that is set is passed on. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

    private Cloud() {}

    /** Whether LocalStack was asked for. */
    static boolean isLocalStack() {
        return Boolean.getBoolean("assistant.localstack");
    }

    /** A client that lives as long as the tests. */
    public static DynamoDbClient dynamoDb() {
        return LocalClients.dynamoDb(
                isLocalStack() ? Container.endpoint() : Engines.dynamoDb().endpoint());
    }

    /** A client that lives as long as the tests. */
    public static SqsClient sqs() {
        return LocalClients.sqs(
                isLocalStack() ? Container.endpoint() : Engines.queues().endpoint());
    }

    /** A client that lives as long as the tests. */
    public static S3Client s3() {
        return LocalClients.s3(
                isLocalStack() ? Container.endpoint() : Engines.objects().endpoint());
    }

    /** Started once; removed when the tests' process ends. */
    private static final class Container {
        private static final LocalStackContainer RUNNING = started();

        @SuppressWarnings("resource") // Testcontainers removes it
        private static LocalStackContainer started() {
            LocalStackContainer container = new LocalStackContainer(DockerImageName.parse(IMAGE))
                    .withServices("dynamodb", "sqs", "s3")
                    .withEnv("SQS_ENDPOINT_STRATEGY", "path");
            String token = System.getenv(TOKEN);
            if (token != null) {
                container.withEnv(TOKEN, token);
            }
            container.start();
            return container;
        }

        static URI endpoint() {
            return RUNNING.getEndpoint();
        }
    }
}
