package dev.assistant.runtime;

import dev.assistant.adapters.json.TurnJson;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews.FileSource;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run whose store is in memory, and which can stop at any of its writes as a worker does that is killed there. */
public final class NotedRun implements JobRun {
    private final Job job;
    private final List<String> turns;
    private final List<Checkpoint> checkpoints;
    private final Map<String, Decision> decisions = new HashMap<>();
    private int writesLeft = Integer.MAX_VALUE;

    public NotedRun(Job job) {
        this(job, new ArrayList<>(), new ArrayList<>());
    }

    private NotedRun(Job job, List<String> turns, List<Checkpoint> checkpoints) {
        this.job = job;
        this.turns = turns;
        this.checkpoints = checkpoints;
    }

    /** The process ends here; nothing after it happens. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Lets so many turns be stored, and ends with the one after. */
    public NotedRun killedAfter(int writes) {
        writesLeft = writes;
        return this;
    }

    /** Another worker's run of the same job: with what was stored, and nothing else. */
    public NotedRun resumed() {
        NotedRun next = new NotedRun(job, new ArrayList<>(turns), new ArrayList<>(checkpoints));
        next.decisions.putAll(decisions);
        return next;
    }

    public void decide(String step, Decision decision) {
        decisions.put(step, decision);
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public synchronized void said(Turn turn) {
        if (writesLeft-- <= 0) {
            throw new Killed();
        }
        turns.add(TurnJson.write(turn));
    }

    @Override
    public synchronized List<Turn> turns() {
        return turns.stream().map(TurnJson::read).toList();
    }

    @Override
    public Optional<Decision> decision(String step) {
        return Optional.ofNullable(decisions.get(step));
    }

    @Override
    public void progress(String step, int percent) {}

    @Override
    public void say(String agent, String message) {}

    @Override
    public void unpack(ReviewRequest request, FileSource files) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void found(Finding finding) {}

    @Override
    public void store(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
    }

    @Override
    public List<Checkpoint> stored() {
        return List.copyOf(checkpoints);
    }
}
