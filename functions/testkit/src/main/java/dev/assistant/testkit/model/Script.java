package dev.assistant.testkit.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a stub answers: the first rule whose condition a prompt meets gives its next answer, and its last one again when there
 * are no more. A prompt that meets none is answered with status 400. Thread-safe.
 */
public final class Script implements Function<Prompt, ScriptedAnswer> {
    private final Queue<Rule> rules = new ConcurrentLinkedDeque<>();

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

    @Override
    public ScriptedAnswer apply(Prompt prompt) {
        return rules.stream()
                .filter(rule -> rule.condition.test(prompt))
                .findFirst()
                .map(Rule::next)
                .orElse(ScriptedAnswer.fails(400));
    }

    private record Rule(Predicate<Prompt> condition, ArrayDeque<ScriptedAnswer> answers) {
        synchronized ScriptedAnswer next() {
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }
    }
}
