package dev.assistant.infrastructure.policy;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;

/** Where the policies' advice does not fit this product, and why. Everything else they say is followed. */
public final class Exceptions {
    /** The CDK's own functions, which run during a deployment only; the second one makes single calls of AWS. */
    static final List<String> DEPLOYMENT_HELPERS = List.of("Custom::", "AWS679f53fac002430cb0da5b7982bd2287");

    private Exceptions() {}

    /** For every resource. */
    public static List<NagPackSuppression> everywhere() {
        return List.of(
                of(
                        "AwsSolutions-IAM4",
                        "AWS's own policies for writing logs and joining a network; no others are used."),
                NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .reason(
                                "All objects of one bucket, indexes of one table, connections of one API, tasks of one cluster, one model in any region; traces"
                                        + " and registry tokens, which have no resource.")
                        .appliesTo(List.of(
                                matching("^Resource::.*Bucket.*/\\*$"),
                                matching("^Resource::.*Table.*/index/\\*$"),
                                matching("^Resource::.*/@connections/\\*$"),
                                matching("^Resource::.*:task/.*/\\*$"),
                                matching("^Resource::.*:bedrock:\\*::foundation-model/.+$"),
                                matching("^Resource::\\*$")))
                        .build(),
                of(
                        "Serverless-LambdaDLQ",
                        "Functions are called by API Gateway or by queues, which have dead letters themselves; what the clock"
                                + " starts runs again a minute later."),
                of(
                        "Serverless-LambdaEventSourceMappingDestination",
                        "For streams; a queue's failures go to its dead letters."),
                of("Serverless-EventBusDLQ", "The next minute's run does what this one could not."),
                of(
                        "Serverless-SNSRedrivePolicy",
                        "A mail that bounces is lost, but not the alarm, which stays on until it is mended."),
                of("Serverless-SQSRedrivePolicy", "The queue holds dead letters itself."),
                of(
                        "AwsSolutions-S1",
                        "Only the functions and CloudFront read it, and the API's access logs say who asked for what."),
                of(
                        "AwsSolutions-CFR3",
                        "CloudFront's standard log would write the query, which may hold a socket's token; the APIs log without it."),
                of(
                        "AwsSolutions-APIG2",
                        "The functions validate, and name every wrong field in the contract's error shape."),
                of(
                        "AwsSolutions-APIG4",
                        "Sockets are authorised by the function of $connect, which knows the token and the job."),
                of("AwsSolutions-APIG6", "Execution logs would hold bodies and tokens; access logs are on."),
                of("AwsSolutions-ECS2", "Addresses and names only; the passwords are secrets."),
                of(
                        "AwsSolutions-ECS4",
                        "The service's own figures and the worker's are on the dashboards, without a price a metric."),
                of(
                        "AwsSolutions-RDS6",
                        "The password is generated, known to no person, and reaches only the functions' settings."),
                of(
                        "AwsSolutions-SMG4",
                        "The functions' settings hold the password and the origin keys, so they change with a deployment: see the runbook on rotation."),
                of(
                        "AwsSolutions-CFR4",
                        "A stage with a certificate of its own takes TLS 1.2 and newer; CloudFront's own name cannot be told so."),
                of(
                        "AwsSolutions-RDS10",
                        "Where data is kept, deletion protection is on; a development stage may be deleted."));
    }

    /** For the CDK's own functions, whose code, memory and permissions come with it. */
    static List<NagPackSuppression> ofDeploymentHelpers() {
        String reason = "Comes with the CDK and runs during a deployment only.";
        return List.of(
                of("AwsSolutions-IAM5", reason),
                of("AwsSolutions-L1", reason),
                of("Serverless-LambdaLatestVersion", reason),
                of("Serverless-LambdaDefaultMemorySize", reason));
    }

    private static NagPackSuppression of(String rule, String reason) {
        return NagPackSuppression.builder().id(rule).reason(reason).build();
    }

    private static RegexAppliesTo matching(String expression) {
        return RegexAppliesTo.builder()
                .regex("/" + expression.replace("/", "\\/") + "/")
                .build();
    }
}
