package dev.assistant.testkit.model;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks OpenAI's chat completions, as a whole and as server-sent events; keys are not checked.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat completions</a>
 */
public final class OpenAiStub extends ModelStub {
    private static final String ROOT = "/v1";
    private static final String PATH = ROOT + "/chat/completions";

    private OpenAiStub(int port, Function<Prompt, ScriptedAnswer> script) {
        super(port, script);
    }

    /** @param port 0 for any */
    public static OpenAiStub start(int port, Function<Prompt, ScriptedAnswer> script) {
        OpenAiStub stub = new OpenAiStub(port, script);
        stub.listen(PATH);
        return stub;
    }

    /** For {@code MODEL_BASE_URL}. */
    @Override
    public URI address() {
        return URI.create(super.address() + ROOT);
    }

    @Override
    Prompt prompt(HttpExchange exchange, String body) {
        JsonNode request = JSON.readTree(body);
        List<String> system = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        request.path("messages").forEach(message -> {
            boolean isSystem = message.path("role").asString("").equals("system");
            (isSystem ? system : messages).add(text(message.path("content")));
        });
        List<String> tools = new ArrayList<>();
        request.path("tools")
                .forEach(tool -> tools.add(tool.at("/function/name").asString("")));
        JsonNode choice = request.path("tool_choice");
        return new Prompt(
                request.path("model").asString(""),
                String.join("\n", system),
                messages,
                tools,
                choice.isObject() || choice.asString("").equals("required"),
                request.at("/response_format/json_schema/name").stringValueOpt(),
                request.path("stream").asBoolean(false),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""),
                body);
    }

    private static String text(JsonNode content) {
        return content.isArray()
                ? content.valueStream()
                        .map(part -> part.path("text").asString(""))
                        .collect(Collectors.joining("\n"))
                : content.asString("");
    }

    @Override
    void whole(HttpExchange exchange, Prompt prompt, ScriptedAnswer answer) throws IOException {
        ObjectNode response = envelope(prompt, "chat.completion");
        ObjectNode choice = response.putArray("choices").addObject().put("index", 0);
        ObjectNode message =
                choice.putObject("message").put("role", "assistant").put("content", text(prompt, answer));
        if (answer instanceof ScriptedAnswer.Refuses) {
            message.putNull("content").put("refusal", "I cannot help with that.");
        }
        List<ScriptedAnswer.Call> calls = calls(prompt, answer);
        if (!calls.isEmpty()) {
            ArrayNode called = message.putNull("content").putArray("tool_calls");
            calls.forEach(call -> tool(called.addObject(), call.id(), call.tool(), call.arguments()));
        }
        choice.put("finish_reason", finishReason(prompt, answer));
        response.set("usage", usage(answer));
        send(exchange, 200, "application/json", response.toString());
    }

    @Override
    String streamType() {
        return "text/event-stream";
    }

    @Override
    void stream(OutputStream body, Prompt prompt, ScriptedAnswer answer) throws IOException {
        for (String piece : pieces(text(prompt, answer))) {
            ObjectNode chunk = envelope(prompt, "chat.completion.chunk");
            delta(chunk).put("content", piece);
            event(body, chunk.toString());
        }
        if (answer instanceof ScriptedAnswer.BreaksOff) {
            throw new IOException("broken off");
        }
        if (answer instanceof ScriptedAnswer.ThrottlesMidway) {
            event(body, "{\"error\":{\"message\":\"slow down\",\"code\":429}}");
            return;
        }
        List<ScriptedAnswer.Call> calls = calls(prompt, answer);
        for (int index = 0; index < calls.size(); index++) {
            streamed(body, prompt, calls.get(index), index);
        }
        ObjectNode last = envelope(prompt, "chat.completion.chunk");
        delta(last);
        ((ObjectNode) last.path("choices").get(0)).put("finish_reason", finishReason(prompt, answer));
        event(body, last.toString());
        ObjectNode usage = envelope(prompt, "chat.completion.chunk");
        usage.putArray("choices");
        usage.set("usage", usage(answer));
        event(body, usage.toString());
        event(body, "[DONE]");
    }

    private static void streamed(OutputStream body, Prompt prompt, ScriptedAnswer.Call call, int index)
            throws IOException {
        ObjectNode first = envelope(prompt, "chat.completion.chunk");
        tool(delta(first).putArray("tool_calls").addObject().put("index", index), call.id(), call.tool(), "");
        event(body, first.toString());
        for (String piece : pieces(call.arguments())) {
            ObjectNode chunk = envelope(prompt, "chat.completion.chunk");
            delta(chunk)
                    .putArray("tool_calls")
                    .addObject()
                    .put("index", index)
                    .putObject("function")
                    .put("arguments", piece);
            event(body, chunk.toString());
        }
    }

    private static ObjectNode envelope(Prompt prompt, String object) {
        return object().put("id", "chatcmpl-stub")
                .put("object", object)
                .put("created", 1_767_225_600)
                .put("model", prompt.model());
    }

    private static ObjectNode delta(ObjectNode chunk) {
        return chunk.putArray("choices").addObject().put("index", 0).putObject("delta");
    }

    private static void tool(ObjectNode call, String id, String name, String arguments) {
        call.put("id", id)
                .put("type", "function")
                .putObject("function")
                .put("name", name)
                .put("arguments", arguments);
    }

    private static void event(OutputStream body, String data) throws IOException {
        body.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    @Override
    void error(HttpExchange exchange, int status) throws IOException {
        send(exchange, status, "application/json", "{\"error\":{\"message\":\"stub\",\"type\":\"stub\"}}");
    }

    private static String finishReason(Prompt prompt, ScriptedAnswer answer) {
        if (answer instanceof ScriptedAnswer.Refuses) {
            return "content_filter";
        }
        if (answer instanceof ScriptedAnswer.CutOff) {
            return "length";
        }
        return calls(prompt, answer).isEmpty() ? "stop" : "tool_calls";
    }

    private static ObjectNode usage(ScriptedAnswer answer) {
        ScriptedAnswer.Tokens tokens = tokens(answer);
        ObjectNode usage = object().put("prompt_tokens", tokens.input())
                .put("completion_tokens", tokens.output())
                .put("total_tokens", tokens.input() + tokens.output());
        usage.putObject("prompt_tokens_details").put("cached_tokens", tokens.cached());
        return usage;
    }
}
