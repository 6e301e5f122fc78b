package dev.assistant.infrastructure.policy;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.ServerlessChecks;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** cdk-nag's packs for AWS's own solutions and for serverless applications; what they object to stops the synthesis. */
public final class Policies {
    private Policies() {}

    /** Has every resource below checked when the app is synthesised. */
    public static void enforce(Construct app) {
        for (IConstruct child : app.getNode().getChildren()) {
            if (child instanceof Stack stack) {
                NagSuppressions.addStackSuppressions(stack, Exceptions.everywhere(), true);
                excuseDeploymentHelpers(stack);
            }
        }
        Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
        Aspects.of(app).add(ServerlessChecks.Builder.create().verbose(true).build());
    }

    private static void excuseDeploymentHelpers(Stack stack) {
        for (IConstruct part : stack.getNode().getChildren()) {
            if (Exceptions.DEPLOYMENT_HELPERS.stream().anyMatch(part.getNode().getId()::startsWith)) {
                NagSuppressions.addResourceSuppressions(part, Exceptions.ofDeploymentHelpers(), true);
            }
        }
    }
}
