package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.CatalogueFunction;
import dev.assistant.infrastructure.catalogue.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentConfig;
import software.amazon.awscdk.services.codedeploy.LambdaDeploymentGroup;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.constructs.Construct;

/**
 * A row of the catalogue as a Lambda function: its permissions and environment are those of its touches, and callers use its
 * {@code live} alias, which points to a published version with a SnapStart snapshot.
 */
public final class CloudFunction extends Construct {
    private static final int ERRORS_A_MINUTE = 3;

    private final Function function;
    private final Alias live;

    public CloudFunction(Construct scope, CatalogueFunction row, Surroundings around) {
        super(scope, row.name());
        this.function = settings(row, around).build();
        ((CfnFunction) function.getNode().getDefaultChild()).overrideLogicalId(row.logicalId());
        Annotations.of(function)
                .acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish", "the live alias publishes versions");
        around.resources().grant(function, row.touches());
        this.live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .build();
        if (around.settings().operations().shiftsSlowly() && !(row.source() instanceof Source.Deploy)) {
            shiftSlowly();
        }
    }

    private void shiftSlowly() {
        Alarm errors = Alarm.Builder.create(this, "Errors")
                .alarmDescription("The new code fails: the old one comes back. Runbook: failed-deployment.")
                .metric(live.metricErrors(MetricOptions.builder()
                        .period(Duration.minutes(1))
                        .statistic("Sum")
                        .build()))
                .threshold(ERRORS_A_MINUTE)
                .evaluationPeriods(1)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
        LambdaDeploymentGroup.Builder.create(this, "Shift")
                .alias(live)
                .deploymentConfig(LambdaDeploymentConfig.CANARY_10_PERCENT_5_MINUTES)
                .alarms(List.of(errors))
                .build();
    }

    public Function function() {
        return function;
    }

    /** What callers call. */
    public Alias live() {
        return live;
    }

    private Function.Builder settings(CatalogueFunction row, Surroundings around) {
        Function.Builder function = Function.Builder.create(this, "Function")
                .description("Development Assistant: " + row.name())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .handler(around.catalogue().handler())
                .code(code(row, around))
                .memorySize(row.memory())
                .timeout(Duration.seconds(row.timeout().toSeconds()))
                .environment(environment(row, around))
                .tracing(Tracing.ACTIVE)
                .loggingFormat(LoggingFormat.JSON)
                .logGroup(Logs.of(this, "Logs", around.settings()));
        if (!(row.source() instanceof Source.Deploy)) {
            function.snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        }
        if (row.touchesDatabase()) {
            function.vpc(around.network().vpc())
                    .vpcSubnets(around.network().functionSubnets())
                    .securityGroups(List.of(around.network().databaseClients()));
        }
        return function;
    }

    private Code code(CatalogueFunction row, Surroundings around) {
        return Code.fromAsset(
                BuiltPart.orStandIn(this, around.checkout(), around.checkout().code(row.artefact()), "")
                        .toString());
    }

    private static Map<String, String> environment(CatalogueFunction row, Surroundings around) {
        Map<String, String> environment = new LinkedHashMap<>(CommonEnvironment.of(around.settings()));
        environment.put("MAIN_CLASS", row.artefact().mainClass());
        environment.put("SPRING_CLOUD_FUNCTION_DEFINITION", row.bean());
        environment.put("JAVA_TOOL_OPTIONS", "-XX:+TieredCompilation -XX:TieredStopAtLevel=1");
        environment.putAll(around.resources().environment(row.touches()));
        around.resources()
                .secrets(row.touches())
                .forEach((key, secret) -> environment.put(
                        key,
                        // A reference that CloudFormation resolves; the value is in no template.
                        secret.secret().secretValueFromJson(secret.field()).unsafeUnwrap()));
        return environment;
    }
}
