package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.settings.Settings;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Log groups that forget after the stage's retention; by default CloudWatch would keep everything for ever. */
final class Logs {
    private Logs() {}

    static LogGroup of(Construct scope, String id, Settings settings) {
        LogGroup group = LogGroup.Builder.create(scope, id)
                .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
                .build();
        ((CfnLogGroup) group.getNode().getDefaultChild()).setRetentionInDays(settings.logRetentionDays());
        return group;
    }
}
