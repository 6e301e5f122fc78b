package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.Network;
import dev.assistant.infrastructure.settings.Settings;
import software.constructs.Construct;

/** The private network. */
public final class NetworkStack extends AssistantStack {
    private final Network network;

    public NetworkStack(Construct scope, Settings settings) {
        super(scope, "network", "private network", settings);
        this.network = new Network(this, settings);
    }

    public Network network() {
        return network;
    }
}
