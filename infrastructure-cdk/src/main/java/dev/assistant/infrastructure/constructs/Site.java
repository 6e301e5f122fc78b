package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.HttpOriginProps;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/** One host for everything: the application, the REST API below {@code /api} and the sockets below {@code /api/v1/ws}. */
public final class Site extends Construct {
    private final Distribution distribution;

    /**
     * @param firewall its ARN; empty for none
     * @param uploads the origin that uploads are put to
     */
    public Site(
            Construct scope,
            Settings settings,
            IBucket pages,
            RoutedApi api,
            SocketApi sockets,
            OriginKeys keys,
            Optional<String> firewall,
            String uploads) {
        super(scope, "Site");
        Distribution.Builder builder = Distribution.Builder.create(this, "Distribution")
                .comment("Development Assistant")
                .defaultRootObject("index.html")
                .defaultBehavior(pages(pages, uploads))
                .additionalBehaviors(forwarded(api, sockets, keys.headers()))
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
        settings.certificate()
                .ifPresent(certificate -> builder.domainNames(List.of(settings.host()))
                        .certificate(Certificate.fromCertificateArn(this, "Certificate", certificate)));
        firewall.ifPresent(builder::webAclId);
        this.distribution = builder.build();
    }

    public Distribution distribution() {
        return distribution;
    }

    /** CloudFront takes the first path that matches, so the narrower one comes first. */
    private Map<String, BehaviorOptions> forwarded(RoutedApi api, SocketApi sockets, Map<String, String> proof) {
        Map<String, BehaviorOptions> behaviors = new LinkedHashMap<>();
        behaviors.put(
                "/api/v1/ws/*", uncached(toSockets(sockets, proof), EdgeScript.onRequest(this, "websocket-path")));
        behaviors.put("/api/*", uncached(toApi(api, proof), List.of()));
        return behaviors;
    }

    private BehaviorOptions pages(IBucket bucket, String uploads) {
        return BehaviorOptions.builder()
                .origin(S3BucketOrigin.withOriginAccessControl(bucket))
                .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                .responseHeadersPolicy(SecurityHeaders.of(this, uploads))
                .functionAssociations(EdgeScript.onRequest(this, "page-path"))
                .build();
    }

    /** Everything the browser sends goes on, except the host name, by which API Gateway would look for another API. */
    private static BehaviorOptions uncached(IOrigin origin, List<FunctionAssociation> functions) {
        return BehaviorOptions.builder()
                .origin(origin)
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .functionAssociations(functions)
                .build();
    }

    private static IOrigin toApi(RoutedApi api, Map<String, String> proof) {
        return HttpOrigin.Builder.create(api.host())
                .originPath(api.pathPrefix())
                .customHeaders(proof)
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .build();
    }

    private static IOrigin toSockets(SocketApi sockets, Map<String, String> proof) {
        return new HttpOrigin(
                sockets.host(),
                HttpOriginProps.builder()
                        .customHeaders(proof)
                        .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                        .build());
    }
}
