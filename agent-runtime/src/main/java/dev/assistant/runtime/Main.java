package dev.assistant.runtime;

import dev.assistant.adapters.aws.AwsClients;
import dev.assistant.runtime.analysis.Analysers;
import dev.assistant.runtime.analysis.AnalysisEngine;
import java.net.URISyntaxException;
import java.nio.file.Path;
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
        List<AnalysisEngine> engines = Analysers.open(besideThisCode("analysers"), temporary());
        AgentRuntime runtime = Wiring.wire(settings, new AwsClients(settings.aws()), engines);
        Runtime.getRuntime().addShutdownHook(new Thread(runtime::close, "stop"));
        runtime.start();
    }

    /** The analysers lie beside this program, in the build and in the image alike. */
    private static Path besideThisCode(String name) throws URISyntaxException {
        return Path.of(Main.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolveSibling(name);
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
