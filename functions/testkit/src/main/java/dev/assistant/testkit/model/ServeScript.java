package dev.assistant.testkit.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Runs a stub as a program, for tests of the whole product: {@code ServeScript openai|bedrock PORT SCRIPT.json}. The script is a list
 * of rules: {@code {"when": ["text", ...], "answers": [{"say": "..."} | {"call": "tool", "arguments": {...}} | {"fail": 503} |
 * {"stall": true}], "delay_ms": 500}}; a say may be any JSON, which is sent as text.
 */
public final class ServeScript {
    private ServeScript() {}

    public static void main(String[] arguments) throws Exception {
        Script script = read(Files.readString(Path.of(arguments[2])));
        int port = Integer.parseInt(arguments[1]);
        ModelStub stub =
                arguments[0].equals("bedrock") ? BedrockStub.start(port, script) : OpenAiStub.start(port, script);
        System.out.println(stub.address());
        Thread.currentThread().join();
    }

    static Script read(String json) {
        Script script = new Script();
        for (JsonNode rule : ModelStub.JSON.readTree(json)) {
            List<String> texts =
                    rule.path("when").valueStream().map(JsonNode::stringValue).toList();
            Duration delay = Duration.ofMillis(rule.path("delay_ms").asLong(0));
            script.when(
                    texts,
                    rule.path("answers")
                            .valueStream()
                            .map(answer -> new ScriptedAnswer.Slowly(delay, answer(answer)))
                            .toArray(ScriptedAnswer[]::new));
        }
        return script;
    }

    private static ScriptedAnswer answer(JsonNode answer) {
        if (answer.has("call")) {
            String arguments = answer.path("arguments").toString();
            return ScriptedAnswer.calls("call_1", answer.path("call").stringValue(), arguments);
        }
        if (answer.has("fail")) {
            return new ScriptedAnswer.Fails(answer.path("fail").asInt(), Optional.empty());
        }
        if (answer.has("stall")) {
            return new ScriptedAnswer.Stalls();
        }
        JsonNode says = answer.path("say");
        return ScriptedAnswer.says(says.isString() ? says.stringValue() : says.toString());
    }
}
