package dev.assistant.runtime;

import dev.assistant.model.Usage;
import dev.assistant.runtime.model.ModelAnswer;
import dev.assistant.runtime.model.ModelAnswer.Ending;
import dev.assistant.runtime.model.ModelFailure;
import dev.assistant.runtime.model.ModelGateway;
import dev.assistant.runtime.model.ModelRequest;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.workflow.Turn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A model that answers each agent from a queue, and notes what it was asked. Thread-safe. */
public final class ScriptedModel implements ModelGateway {
    public static final Usage USAGE = new Usage(100, 10, 0, new BigDecimal("0.001"));

    private final Map<String, List<Reply>> queues = new LinkedHashMap<>();
    private final List<ModelRequest> asked = new CopyOnWriteArrayList<>();

    /** What comes instead of an answer, or the answer. */
    @FunctionalInterface
    public interface Reply {
        ModelAnswer to(ModelRequest request) throws ModelFailure, InterruptedException;
    }

    public ScriptedModel says(String agent, String text) {
        return replies(agent, request -> answer(text, Ending.DONE));
    }

    public ScriptedModel calls(String agent, ToolCall... calls) {
        return replies(agent, request -> new ModelAnswer("", List.of(calls), Ending.CALLS_TOOLS, USAGE, "scripted"));
    }

    public synchronized ScriptedModel replies(String agent, Reply reply) {
        queues.computeIfAbsent(agent, name -> new ArrayList<>()).add(reply);
        return this;
    }

    public static ModelAnswer answer(String text, Ending ending) {
        return new ModelAnswer(text, List.of(), ending, USAGE, "scripted");
    }

    /** The same script without the answers of turns that need not be asked for any more. */
    public synchronized ScriptedModel without(List<Turn> turns) {
        turns.stream()
                .filter(turn -> turn.model().isPresent())
                .forEach(turn -> queues.getOrDefault(turn.agent(), List.of()).removeFirst());
        return this;
    }

    /** What it was asked, in order. */
    public List<ModelRequest> asked() {
        return List.copyOf(asked);
    }

    @Override
    public ModelAnswer ask(ModelRequest request) throws ModelFailure, InterruptedException {
        request.budget().reserve(USAGE);
        Reply reply = next(request);
        asked.add(request);
        ModelAnswer answer = reply.to(request);
        request.budget().settle(USAGE, answer.usage());
        return answer;
    }

    private synchronized Reply next(ModelRequest request) {
        List<Reply> queue = queues.getOrDefault(request.agent(), List.of());
        if (queue.isEmpty()) {
            throw new AssertionError("nobody expected " + request.agent() + " to be asked");
        }
        return queue.removeFirst();
    }

    /** Whether everything that was expected has been asked. */
    public synchronized boolean isExhausted() {
        return queues.values().stream().allMatch(List::isEmpty);
    }
}
