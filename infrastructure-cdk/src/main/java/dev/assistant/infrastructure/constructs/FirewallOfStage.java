package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.constructs.Construct;

/**
 * The {@link Firewall} of a stage as other regions find it: a deployment asks for its ARN in the region where it is. The CDK's own
 * references between regions would need every stack's region at synthesis.
 */
public final class FirewallOfStage extends Construct {
    private static final String ARN = "Parameter.Value";

    private final AwsCustomResource parameter;

    public FirewallOfStage(Construct scope, Settings settings) {
        super(scope, "FirewallOfStage");
        String name = Firewall.parameter(settings);
        this.parameter = AwsCustomResource.Builder.create(this, "Address")
                .onUpdate(AwsSdkCall.builder()
                        .service("SSM")
                        .action("getParameter")
                        .parameters(Map.of("Name", name))
                        .region(Firewall.REGION)
                        .outputPaths(List.of(ARN))
                        .physicalResourceId(PhysicalResourceId.of(name))
                        .build())
                .policy(AwsCustomResourcePolicy.fromStatements(List.of(Permissions.allow(
                        List.of("ssm:GetParameter"),
                        List.of("arn:%s:ssm:%s:%s:parameter%s"
                                .formatted(Aws.PARTITION, Firewall.REGION, Aws.ACCOUNT_ID, name))))))
                .installLatestAwsSdk(false)
                .logGroup(Logs.of(this, "Logs", settings))
                .build();
    }

    /** Known when the stack is deployed. */
    public String arn() {
        return parameter.getResponseField(ARN);
    }
}
