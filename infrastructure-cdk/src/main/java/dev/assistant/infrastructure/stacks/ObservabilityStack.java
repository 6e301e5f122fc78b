package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.AccountBudget;
import dev.assistant.infrastructure.constructs.Alarms;
import dev.assistant.infrastructure.constructs.Dashboards;
import dev.assistant.infrastructure.constructs.Watched;
import dev.assistant.infrastructure.settings.Settings;
import software.constructs.Construct;

/** What operators look at, and what tells them to. */
public final class ObservabilityStack extends AssistantStack {
    public ObservabilityStack(Construct scope, Settings settings, Watched watched) {
        super(scope, "observability", "dashboards and alarms", settings);
        new Dashboards(this, settings, watched);
        new Alarms(this, settings, watched);
        new AccountBudget(this, settings);
    }
}
