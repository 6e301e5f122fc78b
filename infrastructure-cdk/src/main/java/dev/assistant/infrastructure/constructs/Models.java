package dev.assistant.infrastructure.constructs;

import dev.assistant.infrastructure.catalogue.Access;
import dev.assistant.infrastructure.settings.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** Which language models there are and what a job may cost: functions tell that beforehand; agent-runtime alone asks models. */
public final class Models implements Resource {
    /** What agent-runtime lets a job cost as long as nobody sets it, in US dollars. */
    private static final String MOST_USD = "2.00";

    private final Settings settings;

    public Models(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "MODEL_PROVIDER", settings.agents().modelProvider(),
                "MODEL_IDS", String.join(",", settings.agents().models()),
                "MODEL_MAX_USD_PER_JOB", MOST_USD);
    }

    @Override
    public List<PolicyStatement> allow(Access access) {
        return List.of();
    }
}
