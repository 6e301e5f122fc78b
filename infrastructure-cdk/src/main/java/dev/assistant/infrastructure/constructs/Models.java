package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** Whose language models there are: functions only have to know whether there are any; agent-runtime alone asks them. */
public final class Models implements Resource {
    private final String provider;

    public Models(Settings settings) {
        this.provider = settings.agents().modelProvider();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("MODEL_PROVIDER", provider);
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        return List.of();
    }
}
