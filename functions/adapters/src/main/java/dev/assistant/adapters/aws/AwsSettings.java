package dev.assistant.adapters.aws;

import dev.assistant.adapters.settings.Environment;
import java.net.URI;
import java.util.Optional;

/**
 * Where AWS is. Endpoints are set only where AWS is imitated, under the SDK's standard names.
 *
 * @param region such as {@code eu-central-1}
 */
public record AwsSettings(
        String region, Optional<URI> dynamoDbEndpoint, Optional<URI> sqsEndpoint, Optional<URI> s3Endpoint) {

    /** @throws Environment.MissingSetting when the region is missing or an endpoint unreadable */
    public static AwsSettings from(Environment environment) {
        return new AwsSettings(
                environment.required("AWS_REGION"),
                environment.optionalUri("AWS_ENDPOINT_URL_DYNAMODB"),
                environment.optionalUri("AWS_ENDPOINT_URL_SQS"),
                environment.optionalUri("AWS_ENDPOINT_URL_S3"));
    }
}
