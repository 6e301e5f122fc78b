package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Whose repositories are reviewed: functions refuse others; agent-runtime alone fetches. It has no GitHub token in the cloud, so
 * that it posts nothing.
 */
public final class Repositories implements Resource {
    @Override
    public Map<String, String> environment() {
        return Map.of("REPOSITORY_HOSTS", "github.com", "REPOSITORY_COMMENTS", "false");
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        return List.of();
    }
}
