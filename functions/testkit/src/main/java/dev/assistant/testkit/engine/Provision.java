package dev.assistant.testkit.engine;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Makes, on embedded engines, the tables, queues and bucket that the cloud's stacks make. What is there already stays as
 * it is, with its data, so this may be repeated.
 */
public final class Provision {

    /** Deliveries of one message before it is a dead letter. */
    public static final int MAX_RECEIVE_COUNT = 3;

    /** Seconds for which a received message is hidden, unless its consumer extends them. */
    public static final int VISIBILITY_SECONDS = 30;

    private Provision() {}

    /** The live-progress and rate-limit tables; names as given, so that tests can have their own. */
    public static void tables(DynamoDbClient client, String connections, String events, String limits) {
        createTable(
                client,
                CreateTableRequest.builder()
                        .tableName(connections)
                        .attributeDefinitions(text("job_id"), text("connection_id"))
                        .keySchema(partition("job_id"), sort("connection_id"))
                        .globalSecondaryIndexes(index -> index.indexName("by_connection")
                                .keySchema(partition("connection_id"))
                                .projection(projection -> projection.projectionType(ProjectionType.ALL))));
        createTable(
                client,
                CreateTableRequest.builder()
                        .tableName(events)
                        .attributeDefinitions(text("job_id"), number("seq"))
                        .keySchema(partition("job_id"), sort("seq")));
        createTable(
                client,
                CreateTableRequest.builder()
                        .tableName(limits)
                        .attributeDefinitions(text("key"))
                        .keySchema(partition("key")));
    }

    /** The table of visits to providers. */
    public static void signIns(DynamoDbClient client, String signIns) {
        createTable(
                client,
                CreateTableRequest.builder()
                        .tableName(signIns)
                        .attributeDefinitions(text("state_hash"))
                        .keySchema(partition("state_hash")));
    }

    /**
     * Lets the engine delete what expired in these tables. It goes by the machine's clock, so tests whose own clock stands
     * at another time must leave it out, or their items vanish under them.
     */
    public static void timeToLive(DynamoDbClient client, String... tables) {
        for (String table : tables) {
            if (client.describeTimeToLive(describe -> describe.tableName(table))
                            .timeToLiveDescription()
                            .timeToLiveStatus()
                    == TimeToLiveStatus.DISABLED) {
                client.updateTimeToLive(update -> update.tableName(table)
                        .timeToLiveSpecification(
                                ttl -> ttl.attributeName("expires_at").enabled(true)));
            }
        }
    }

    /**
     * A queue and the queue of its dead letters.
     *
     * @return the first one's address
     */
    public static String queue(SqsClient client, String name, String deadLetters) {
        String deadLettersUrl =
                client.createQueue(request -> request.queueName(deadLetters)).queueUrl();
        String deadLettersArn = client.getQueueAttributes(
                        request -> request.queueUrl(deadLettersUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        String url = client.createQueue(request -> request.queueName(name)).queueUrl();
        client.setQueueAttributes(request -> request.queueUrl(url)
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Integer.toString(VISIBILITY_SECONDS),
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + deadLettersArn + "\",\"maxReceiveCount\":\"" + MAX_RECEIVE_COUNT
                                + "\"}")));
        return url;
    }

    /** A bucket. */
    public static void bucket(S3Client client, String name) {
        try {
            client.createBucket(request -> request.bucket(name));
        } catch (BucketAlreadyOwnedByYouException e) {
            // It is there: what we want.
        }
    }

    private static void createTable(DynamoDbClient client, CreateTableRequest.Builder table) {
        CreateTableRequest request =
                table.billingMode(BillingMode.PAY_PER_REQUEST).build();
        try {
            client.createTable(request);
        } catch (ResourceInUseException e) {
            return;
        }
        client.waiter().waitUntilTableExists(describe -> describe.tableName(request.tableName()));
    }

    private static AttributeDefinition text(String name) {
        return attribute(name, ScalarAttributeType.S);
    }

    private static AttributeDefinition number(String name) {
        return attribute(name, ScalarAttributeType.N);
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement partition(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static KeySchemaElement sort(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.RANGE)
                .build();
    }
}
