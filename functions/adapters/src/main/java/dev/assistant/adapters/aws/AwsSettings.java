package dev.assistant.adapters.aws;

import dev.assistant.adapters.settings.Environment;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where AWS is. Endpoints are set only where AWS is imitated, under the SDK's standard names.
 *
 * @param region such as {@code eu-central-1}
 * @param endpoints of the imitated services
 */
public record AwsSettings(String region, Map<Service, URI> endpoints) {
    private static final String ENDPOINT_KEY = "AWS_ENDPOINT_URL_";

    public AwsSettings {
        endpoints = Map.copyOf(endpoints);
    }

    /** The services that are used, by the names that the SDK's endpoint settings have. */
    public enum Service {
        DYNAMODB,
        SQS,
        S3,
        SESV2,
        LAMBDA,
        KMS,
        BEDROCK_RUNTIME
    }

    /** @throws Environment.MissingSetting when the region is missing or an endpoint unreadable */
    public static AwsSettings from(Environment environment) {
        Map<Service, URI> endpoints = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            environment.optionalUri(ENDPOINT_KEY + service.name()).ifPresent(uri -> endpoints.put(service, uri));
        }
        return new AwsSettings(environment.required("AWS_REGION"), endpoints);
    }

    /** Where a service is imitated; empty when it is AWS. */
    public Optional<URI> endpoint(Service service) {
        return Optional.ofNullable(endpoints.get(service));
    }
}
