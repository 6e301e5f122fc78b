package dev.assistant.runtime.agent;

import dev.assistant.model.Usage;
import dev.assistant.runtime.model.Budget;
import dev.assistant.runtime.model.Budget.Limits;
import dev.assistant.runtime.tool.ToolCall;
import dev.assistant.runtime.tool.ToolGateway.Scope;
import dev.assistant.runtime.tool.ToolResult;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Turn;
import dev.assistant.workflow.Turn.ModelUse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the agents of one attempt at a job share: the turns so far, and what they may still spend. Conversations side by side
 * use one. Thread-safe.
 */
public final class Session {
    private static final String WITNESSED = "tool:";
    private static final JsonMapper JSON = new JsonMapper();

    private final JobRun run;
    private final Budget budget;
    private final List<Turn> turns;

    private Session(JobRun run, Budget budget, List<Turn> turns) {
        this.run = run;
        this.budget = budget;
        this.turns = new ArrayList<>(turns);
    }

    /** Begins an attempt with the turns of earlier ones, which count against the limits. */
    public static Session open(JobRun run, Limits limits, InstantSource clock) {
        Budget budget = new Budget(limits, clock);
        List<Turn> turns = run.turns();
        turns.stream().flatMap(turn -> turn.model().stream()).forEach(use -> budget.settle(usage(use), use.calls()));
        return new Session(run, budget, turns);
    }

    private static Usage usage(ModelUse use) {
        return new Usage(use.inputTokens(), use.outputTokens(), use.cachedTokens(), use.usd());
    }

    public Budget budget() {
        return budget;
    }

    public Job job() {
        return run.job();
    }

    /** Stores a turn and tells it. */
    public synchronized void add(Turn turn) {
        run.said(turn);
        turns.add(turn);
    }

    /** The turns of a conversation so far. */
    public synchronized List<Turn> turns(String conversation) {
        return turns.stream()
                .filter(turn -> turn.conversation().equals(conversation))
                .toList();
    }

    /** All turns so far. */
    public synchronized List<Turn> turns() {
        return List.copyOf(turns);
    }

    /** Ids of the models that answered, in their order. */
    public List<String> models() {
        return turns().stream()
                .flatMap(turn -> turn.model().stream())
                .map(ModelUse::model)
                .distinct()
                .sorted()
                .toList();
    }

    /** What a person decided at an approval point; empty while nobody was asked. */
    public synchronized Optional<Decision> decision(String step) {
        return run.decision(step);
    }

    /** Keeps what a tool answered, since claims may rest on it. */
    synchronized void witness(String turn, ToolCall call, ToolResult result) {
        if (!result.failed()) {
            Witnessed answer = new Witnessed(call.tool(), call.arguments(), result.text());
            run.store(new Checkpoint(WITNESSED + turn + ":" + call.id(), JSON.writeValueAsString(answer)));
        }
    }

    /** What tools answered in this job. */
    public synchronized List<Witnessed> witnessed() {
        return run.stored().stream()
                .filter(checkpoint -> checkpoint.step().startsWith(WITNESSED))
                .map(checkpoint -> JSON.readValue(checkpoint.content(), Witnessed.class))
                .toList();
    }

    /**
     * An answer of a tool; written by others.
     *
     * @param arguments JSON
     */
    public record Witnessed(String tool, String arguments, String text) {}

    /** For whom tools are called. */
    Scope scope(Set<String> allowed, Instant deadline) {
        Instant end = deadline.isBefore(budget.deadline()) ? deadline : budget.deadline();
        return new Scope(job().id(), job().owner(), job().project(), allowed, end);
    }
}
