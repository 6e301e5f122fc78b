package dev.assistant.api.harness;

import dev.assistant.api.ApiFunctions;
import dev.assistant.testkit.function.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One function behind the handler that Lambda calls. */
public final class Deployed {
    private static final JsonMapper JSON = new JsonMapper();

    private final FunctionInvoker handler;

    private Deployed(FunctionInvoker handler) {
        this.handler = handler;
    }

    /** Starts a function; its settings are system properties only while it starts. */
    public static synchronized Deployed start(String function, Surroundings surroundings) {
        Map<String, String> settings = new HashMap<>(surroundings.environment());
        settings.put("MAIN_CLASS", ApiFunctions.class.getName());
        settings.put("spring.cloud.function.definition", function);
        settings.forEach(System::setProperty);
        try {
            return new Deployed(new FunctionInvoker());
        } finally {
            settings.keySet().stream().filter(key -> !key.startsWith("aws.")).forEach(System::clearProperty);
        }
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
