package dev.assistant.testkit.model;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks Amazon Bedrock's Converse and ConverseStream; signatures are not checked.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 */
public final class BedrockStub extends ModelStub {
    private static final String PATH = "/model/";
    private static final String STREAMED = "/converse-stream";

    private BedrockStub(int port, Function<Prompt, ScriptedAnswer> script) {
        super(port, script);
    }

    /** @param port 0 for any */
    public static BedrockStub start(int port, Function<Prompt, ScriptedAnswer> script) {
        BedrockStub stub = new BedrockStub(port, script);
        stub.listen(PATH);
        return stub;
    }

    @Override
    Prompt prompt(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getRawPath();
        JsonNode request = JSON.readTree(body);
        JsonNode tools = request.path("toolConfig");
        List<String> names = new ArrayList<>();
        tools.path("tools")
                .forEach(tool -> tool.at("/toolSpec/name").stringValueOpt().ifPresent(names::add));
        return new Prompt(
                URLDecoder.decode(path.substring(PATH.length(), path.lastIndexOf('/')), StandardCharsets.UTF_8),
                text(request.path("system")),
                request.path("messages")
                        .valueStream()
                        .map(message -> text(message.path("content")))
                        .toList(),
                names,
                tools.path("toolChoice").has("any") || tools.path("toolChoice").has("tool"),
                request.at("/outputConfig/textFormat/structure/jsonSchema/name").stringValueOpt(),
                path.endsWith(STREAMED),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""),
                body);
    }

    private static String text(JsonNode content) {
        List<String> texts = new ArrayList<>();
        content.forEach(block -> {
            block.path("text").stringValueOpt().ifPresent(texts::add);
            block.at("/toolResult/content")
                    .forEach(part -> part.path("text").stringValueOpt().ifPresent(texts::add));
        });
        return String.join("\n", texts);
    }

    @Override
    void whole(HttpExchange exchange, Prompt prompt, ScriptedAnswer answer) throws IOException {
        ObjectNode response = object();
        ArrayNode content = response.putObject("output")
                .putObject("message")
                .put("role", "assistant")
                .putArray("content");
        String text = text(prompt, answer);
        if (!text.isEmpty()) {
            content.addObject().put("text", text);
        }
        for (ScriptedAnswer.Call call : calls(prompt, answer)) {
            content.addObject()
                    .putObject("toolUse")
                    .put("toolUseId", call.id())
                    .put("name", call.tool())
                    .set("input", JSON.readTree(call.arguments()));
        }
        response.put("stopReason", stopReason(prompt, answer));
        response.set("usage", usage(answer));
        response.putObject("metrics").put("latencyMs", 1);
        send(exchange, 200, "application/json", response.toString());
    }

    @Override
    String streamType() {
        return "application/vnd.amazon.eventstream";
    }

    @Override
    void stream(OutputStream body, Prompt prompt, ScriptedAnswer answer) throws IOException {
        event(body, "messageStart", object().put("role", "assistant"));
        for (String piece : pieces(text(prompt, answer))) {
            ObjectNode delta = object().put("contentBlockIndex", 0);
            delta.putObject("delta").put("text", piece);
            event(body, "contentBlockDelta", delta);
        }
        if (answer instanceof ScriptedAnswer.BreaksOff) {
            throw new IOException("broken off");
        }
        if (answer instanceof ScriptedAnswer.ThrottlesMidway) {
            frame(body, "exception", ":exception-type", "throttlingException", object().put("message", "slow down"));
            return;
        }
        event(body, "contentBlockStop", object().put("contentBlockIndex", 0));
        int index = 1;
        for (ScriptedAnswer.Call call : calls(prompt, answer)) {
            streamed(body, call, index++);
        }
        event(body, "messageStop", object().put("stopReason", stopReason(prompt, answer)));
        ObjectNode metadata = object();
        metadata.set("usage", usage(answer));
        metadata.putObject("metrics").put("latencyMs", 1);
        event(body, "metadata", metadata);
    }

    private static void streamed(OutputStream body, ScriptedAnswer.Call call, int index) throws IOException {
        ObjectNode start = object().put("contentBlockIndex", index);
        start.putObject("start")
                .putObject("toolUse")
                .put("toolUseId", call.id())
                .put("name", call.tool());
        event(body, "contentBlockStart", start);
        for (String piece : pieces(call.arguments())) {
            ObjectNode delta = object().put("contentBlockIndex", index);
            delta.putObject("delta").putObject("toolUse").put("input", piece);
            event(body, "contentBlockDelta", delta);
        }
        event(body, "contentBlockStop", object().put("contentBlockIndex", index));
    }

    private static void event(OutputStream body, String type, ObjectNode payload) throws IOException {
        frame(body, "event", ":event-type", type, payload);
    }

    private static void frame(OutputStream body, String kind, String typeHeader, String type, ObjectNode payload)
            throws IOException {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put(":message-type", HeaderValue.fromString(kind));
        headers.put(typeHeader, HeaderValue.fromString(type));
        headers.put(":content-type", HeaderValue.fromString("application/json"));
        new Message(headers, payload.toString().getBytes(StandardCharsets.UTF_8)).encode(body);
        body.flush();
    }

    @Override
    void error(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders()
                .set(
                        "x-amzn-ErrorType",
                        switch (status) {
                            case 400 -> "ValidationException";
                            case 403 -> "AccessDeniedException";
                            case 404 -> "ResourceNotFoundException";
                            case 408 -> "ModelTimeoutException";
                            case 424 -> "ModelErrorException";
                            case 429 -> "ThrottlingException";
                            case 503 -> "ServiceUnavailableException";
                            default -> "InternalServerException";
                        });
        send(exchange, status, "application/json", "{\"message\":\"stub\"}");
    }

    private static String stopReason(Prompt prompt, ScriptedAnswer answer) {
        if (answer instanceof ScriptedAnswer.Refuses) {
            return "guardrail_intervened";
        }
        if (answer instanceof ScriptedAnswer.CutOff) {
            return "max_tokens";
        }
        return calls(prompt, answer).isEmpty() ? "end_turn" : "tool_use";
    }

    /** What came from the cache is counted apart. */
    private static ObjectNode usage(ScriptedAnswer answer) {
        ScriptedAnswer.Tokens tokens = tokens(answer);
        return object().put("inputTokens", tokens.input() - tokens.cached())
                .put("outputTokens", tokens.output())
                .put("totalTokens", tokens.input() + tokens.output())
                .put("cacheReadInputTokens", tokens.cached());
    }
}
