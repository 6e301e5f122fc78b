package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.Firewall;
import dev.assistant.infrastructure.settings.Settings;
import software.amazon.awscdk.Environment;
import software.constructs.Construct;

/** The web application firewall of the one host, in the region that CloudFront wants it in. */
public final class FirewallStack extends AssistantStack {
    public FirewallStack(Construct scope, Settings settings) {
        super(
                scope,
                "firewall",
                "web application firewall",
                settings,
                Environment.builder().region(Firewall.REGION).build());
        new Firewall(this, settings);
    }
}
