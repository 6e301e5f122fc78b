package dev.assistant.adapters.aws;

import dev.assistant.adapters.aws.AwsSettings.Service;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Builds AWS clients alike: the small HTTP client, a region known from the start, short time-outs, the standard retry.
 * Each call builds a new client, which the caller keeps and closes. Thread-safe.
 */
public final class AwsClients {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration FUNCTION_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONG_POLL_ANSWER = Duration.ofSeconds(25);

    private final AwsSettings settings;
    private final AwsCredentialsProvider credentials;

    /** Clients with the credentials of the process: the function's role, the task's role, or environment keys. */
    public AwsClients(AwsSettings settings) {
        this(settings, DefaultCredentialsProvider.builder().build());
    }

    public AwsClients(AwsSettings settings, AwsCredentialsProvider credentials) {
        this.settings = settings;
        this.credentials = credentials;
    }

    public DynamoDbClient dynamoDb() {
        return configured(DynamoDbClient.builder(), settings.endpoint(Service.DYNAMODB), ANSWER);
    }

    public SqsClient sqs() {
        return configured(SqsClient.builder(), settings.endpoint(Service.SQS), ANSWER);
    }

    /** An SQS client that waits long enough for a receive with the longest wait, 20 seconds. */
    public SqsClient sqsForLongPolls() {
        return configured(SqsClient.builder(), settings.endpoint(Service.SQS), LONG_POLL_ANSWER);
    }

    public S3Client s3() {
        // Imitations of S3 know buckets by path, not by host name.
        S3ClientBuilder builder =
                S3Client.builder().forcePathStyle(settings.endpoint(Service.S3).isPresent());
        return configured(builder, settings.endpoint(Service.S3), ANSWER);
    }

    /** Signs requests that others send. */
    public S3Presigner s3Presigner() {
        S3Presigner.Builder builder = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.endpoint(Service.S3).isPresent())
                        .build());
        settings.endpoint(Service.S3).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    public SesV2Client ses() {
        return configured(SesV2Client.builder(), settings.endpoint(Service.SESV2), ANSWER);
    }

    /** A client that waits for a function, retries included, no longer than a person waits for both. */
    public LambdaClient lambda() {
        return configured(LambdaClient.builder(), settings.endpoint(Service.LAMBDA), FUNCTION_ANSWER, FUNCTION_ANSWER);
    }

    public KmsClient kms() {
        return configured(KmsClient.builder(), settings.endpoint(Service.KMS), ANSWER);
    }

    /** @param endpoint of the WebSocket API's stage, as in WEBSOCKET_MANAGEMENT_URL */
    public ApiGatewayManagementApiClient managementApi(URI endpoint) {
        return configured(ApiGatewayManagementApiClient.builder(), Optional.of(endpoint), ANSWER);
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configured(
            B builder, Optional<URI> endpoint, Duration answer) {
        return configured(builder, endpoint, answer, answer.multipliedBy(3));
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C configured(
            B builder, Optional<URI> endpoint, Duration answer, Duration withRetries) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(answer))
                .overrideConfiguration(
                        override -> override.retryStrategy(RetryMode.STANDARD).apiCallTimeout(withRetries))
                .build();
    }
}
