package dev.assistant.realtime.harness;

import dev.assistant.realtime.RealtimeFunctions;
import dev.assistant.testkit.function.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One function behind the handler that Lambda calls. */
public final class Deployed {
    private static final JsonMapper JSON = new JsonMapper();

    private final FunctionInvoker handler;
    private final ByteArrayOutputStream log;

    private Deployed(FunctionInvoker handler, ByteArrayOutputStream log) {
        this.handler = handler;
        this.log = log;
    }

    /** Starts a function; its settings are system properties only while it starts. */
    public static synchronized Deployed start(String function, Surroundings surroundings) {
        Map<String, String> settings = new HashMap<>(surroundings.environment());
        settings.put("MAIN_CLASS", RealtimeFunctions.class.getName());
        settings.put("spring.cloud.function.definition", function);
        settings.forEach(System::setProperty);
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            return new Deployed(new FunctionInvoker(), log);
        } finally {
            System.setOut(out);
            settings.keySet().stream().filter(key -> !key.startsWith("aws.")).forEach(System::clearProperty);
        }
    }

    /** What it has logged about events. */
    public String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** Invokes it with an event, as JSON in and out. */
    public JsonNode invoke(Object event) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), output, new TestContext());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return JSON.readTree(output.toByteArray());
    }
}
