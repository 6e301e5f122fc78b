package dev.assistant.infrastructure.stacks;

import dev.assistant.infrastructure.constructs.CloudFunction;
import dev.assistant.infrastructure.constructs.QueueConsumer;
import dev.assistant.infrastructure.constructs.Resources;
import dev.assistant.infrastructure.constructs.SocketApi;
import dev.assistant.infrastructure.constructs.Surroundings;
import dev.assistant.infrastructure.constructs.WorkQueue;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Sockets: the WebSocket API with its function, and the queue by which a fresh connection asks for what it missed. */
public final class RealtimeStack extends AssistantStack {
    /** Deliveries before a message is set aside. */
    private static final int ATTEMPTS = 3;

    private final SocketApi sockets;
    private final Resources resources;
    private final WorkQueue replay;

    public RealtimeStack(Construct scope, Surroundings around) {
        super(scope, "realtime", "WebSocket API and replay", around.settings());
        // Six times the function's time, as Lambda asks; a socket that waited a quarter of an hour has given up.
        this.replay = WorkQueue.settingAside(this, "replay", Duration.minutes(3), Duration.minutes(15), ATTEMPTS);
        CloudFunction function =
                new CloudFunction(this, around.catalogue().function("realtime"), around.with("queues.replay", replay));
        this.sockets = new SocketApi(this, function.live(), around.settings());
        this.resources = Resources.none().with("queues.replay", replay).with("management_api", sockets);
        new QueueConsumer(this, "replay", replay, around.with(resources));
    }

    public SocketApi sockets() {
        return sockets;
    }

    public WorkQueue replay() {
        return replay;
    }

    public Resources resources() {
        return resources;
    }
}
