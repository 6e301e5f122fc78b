package dev.assistant.testkit.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What a stub answers: the first rule whose condition a prompt meets gives its next answer, and its last one again when there
 * are no more. A prompt that meets none is answered with status 400. Thread-safe.
 */
public final class Script implements Function<Prompt, ScriptedAnswer> {
    private final Queue<Rule> rules = new ConcurrentLinkedDeque<>();

    /**
     * Reads a list of rules: {@code {"when": ["text", ...], "answers": [{"say": "..."} | {"call": "tool", "arguments": {...}} |
     * {"fail": 503} | {"stall": true}], "delay_ms": 500}}; a say may be any JSON, which is sent as text.
     */
    public static Script read(String json) {
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

    /** Answers every prompt in this order. */
    public static Script of(ScriptedAnswer... answers) {
        return new Script().when(prompt -> true, answers);
    }

    /** Answers prompts that meet a condition in this order. */
    public Script when(Predicate<Prompt> condition, ScriptedAnswer... answers) {
        rules.add(new Rule(condition, new ArrayDeque<>(Arrays.asList(answers))));
        return this;
    }

    /** Answers prompts that have all these texts somewhere in this order. */
    public Script when(List<String> texts, ScriptedAnswer... answers) {
        return when(prompt -> texts.stream().allMatch(prompt::contains), answers);
    }

    /** Answers as another script does what these rules do not. */
    public Script orElse(Script other) {
        rules.addAll(other.rules);
        return this;
    }

    @Override
    public ScriptedAnswer apply(Prompt prompt) {
        return rules.stream()
                .filter(rule -> rule.condition.test(prompt))
                .findFirst()
                .map(Rule::next)
                .orElse(ScriptedAnswer.fails(400));
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

    private record Rule(Predicate<Prompt> condition, ArrayDeque<ScriptedAnswer> answers) {
        synchronized ScriptedAnswer next() {
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
    }
}
