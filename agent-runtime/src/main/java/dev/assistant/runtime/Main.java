package dev.assistant.runtime;

import dev.assistant.adapters.aws.AwsClients;
import java.util.List;

/** Starts the process; SIGTERM stops it gracefully. */
public final class Main {
    private static final int WRONG_SETTINGS = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings;
        try {
            settings = Settings.from(System.getenv());
        } catch (IllegalStateException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTINGS);
            return;
        }
        AgentRuntime runtime = Wiring.wire(settings, new AwsClients(settings.aws()), List.of());
        Runtime.getRuntime().addShutdownHook(new Thread(runtime::close, "stop"));
        runtime.start();
    }
}
