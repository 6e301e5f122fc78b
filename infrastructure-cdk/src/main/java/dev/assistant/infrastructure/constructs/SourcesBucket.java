package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

/**
 * Submitted code that is too large for a row, and uploads until they are reviewed: private, encrypted. Code moves to cheaper
 * storage when nobody reads it; uploads that nobody swept are gone after a day.
 */
public final class SourcesBucket extends Construct implements Resource {
    private final Bucket bucket;

    public SourcesBucket(Construct scope, Settings settings) {
        super(scope, "Sources");
        this.bucket = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .encryption(BucketEncryption.S3_MANAGED)
                .lifecycleRules(List.of(lifecycle(), forgetUploads()))
                .cors(List.of(uploadsFrom(settings.origin())))
                .autoDeleteObjects(!settings.keepsData())
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
    }

    /** Where browsers put uploads. */
    public String origin() {
        return "https://" + bucket.getBucketRegionalDomainName();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("BUCKET_SOURCES", bucket.getBucketName());
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        List<String> objects = List.of(bucket.arnForObjects("*"));
        return switch (access) {
            case PROBE -> List.of(Permissions.allow(List.of("s3:ListBucket"), List.of(bucket.getBucketArn())));
            case READ -> List.of(Permissions.allow(List.of("s3:GetObject"), objects));
            case WRITE ->
                List.of(Permissions.allow(List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"), objects));
            case ERASE ->
                List.of(
                        Permissions.allow(List.of("s3:ListBucket"), List.of(bucket.getBucketArn())),
                        Permissions.allow(List.of("s3:DeleteObject"), objects));
            case SEND, CONSUME, VERIFY, SIGN, SEAL, OPEN, INVOKE, USE ->
                throw new IllegalArgumentException("no bucket allows " + access);
        };
    }

    private static LifecycleRule lifecycle() {
        return LifecycleRule.builder()
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .transitions(List.of(Transition.builder()
                        .storageClass(StorageClass.INTELLIGENT_TIERING)
                        .transitionAfter(Duration.days(30))
                        .build()))
                .build();
    }

    private static LifecycleRule forgetUploads() {
        return LifecycleRule.builder()
                .prefix("uploads/")
                .expiration(Duration.days(1))
                .build();
    }

    private static CorsRule uploadsFrom(String origin) {
        return CorsRule.builder()
                .allowedMethods(List.of(HttpMethods.PUT))
                .allowedOrigins(List.of(origin))
                .allowedHeaders(List.of("*"))
                .maxAge(3600)
                .build();
    }
}
