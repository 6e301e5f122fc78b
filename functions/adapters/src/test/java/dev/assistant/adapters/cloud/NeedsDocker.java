package dev.assistant.adapters.cloud;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Skips the tests of {@code -Plocalstack} where there is no Docker, and says so: skipped is not passed. */
public final class NeedsDocker implements ExecutionCondition {
    private static final String SKIPPED = "SKIPPED: -Plocalstack needs Docker, and there is none";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!Cloud.isLocalStack() || DockerClientFactory.instance().isDockerAvailable()) {
            return ConditionEvaluationResult.enabled("its services can be reached");
        }
        if (context.getTestMethod().isEmpty()) {
            System.err.println(SKIPPED + ": " + context.getDisplayName());
        }
        return ConditionEvaluationResult.disabled(SKIPPED);
    }
}
