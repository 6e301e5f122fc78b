package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.ModuleFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The headers of every answer that carries the application. CloudFront takes the well-known ones only through settings of their
 * own and refuses them as custom headers; the file has what varies.
 */
final class SecurityHeaders {
    private static final String POLICY = "content-security-policy";
    /** In the file for other servers; here they are settings. */
    private static final Set<String> SETTINGS =
            Set.of(POLICY, "strict-transport-security", "x-content-type-options", "x-frame-options", "referrer-policy");

    private SecurityHeaders() {}

    /** @param uploads the origin that uploads are put to */
    static ResponseHeadersPolicy of(Construct scope, String uploads) {
        Map<String, String> headers = read();
        return ResponseHeadersPolicy.Builder.create(scope, "Headers")
                .securityHeadersBehavior(settings(
                        Objects.requireNonNull(headers.get(POLICY), POLICY).replace("{uploads}", uploads)))
                .customHeadersBehavior(ResponseCustomHeadersBehavior.builder()
                        .customHeaders(custom(headers))
                        .build())
                .build();
    }

    private static ResponseSecurityHeadersBehavior settings(String policy) {
        return ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(policy)
                        .override(true)
                        .build())
                .strictTransportSecurity(ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(Duration.days(365))
                        .includeSubdomains(true)
                        .override(true)
                        .build())
                .contentTypeOptions(ResponseHeadersContentTypeOptions.builder()
                        .override(true)
                        .build())
                .frameOptions(ResponseHeadersFrameOptions.builder()
                        .frameOption(HeadersFrameOption.DENY)
                        .override(true)
                        .build())
                .referrerPolicy(ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.SAME_ORIGIN)
                        .override(true)
                        .build())
                .build();
    }

    private static List<ResponseCustomHeader> custom(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> !SETTINGS.contains(header.getKey()))
                .map(header -> ResponseCustomHeader.builder()
                        .header(header.getKey())
                        .value(header.getValue())
                        .override(true)
                        .build())
                .toList();
    }

    private static Map<String, String> read() {
        return new YAMLMapper()
                .readValue(
                        ModuleFile.text("/edge/security-headers.yaml"),
                        new TypeReference<LinkedHashMap<String, String>>() {});
    }
}
