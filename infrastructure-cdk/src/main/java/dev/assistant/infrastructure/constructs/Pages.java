package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Checkout;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.ISource;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/** The built application in a private bucket that only CloudFront reads. */
public final class Pages extends Construct {
    /** Named by their content, so a browser may keep them. */
    private static final String HASHED = "assets/*";

    private final Bucket bucket;

    public Pages(Construct scope) {
        super(scope, "Pages");
        this.bucket = Bucket.Builder.create(this, "Bucket")
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .enforceSsl(true)
                .encryption(BucketEncryption.S3_MANAGED)
                .autoDeleteObjects(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    public Bucket bucket() {
        return bucket;
    }

    /** Uploads the build: first what is named by content, then the pages that refer to it. Older files stay, for open tabs. */
    public void publish(Checkout checkout, IDistribution distribution) {
        ISource build = Source.asset(BuiltPart.orStandIn(this, checkout, checkout.spa(), "index.html")
                .toString());
        BucketDeployment assets = BucketDeployment.Builder.create(this, "Assets")
                .sources(List.of(build))
                .destinationBucket(bucket)
                .prune(false)
                .exclude(List.of("*"))
                .include(List.of(HASHED))
                .cacheControl(List.of(
                        CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()))
                .build();
        BucketDeployment pages = BucketDeployment.Builder.create(this, "Documents")
                .sources(List.of(build))
                .destinationBucket(bucket)
                .prune(false)
                .exclude(List.of(HASHED))
                .cacheControl(List.of(CacheControl.noCache()))
                .distribution(distribution)
                .distributionPaths(List.of("/*"))
                .build();
        pages.getNode().addDependency(assets);
    }
}
