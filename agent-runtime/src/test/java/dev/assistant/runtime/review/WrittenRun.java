package dev.assistant.runtime.review;

import dev.assistant.review.Finding;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews.FileSource;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A first attempt at a job, which writes down what it is told. Thread-safe. */
final class WrittenRun implements JobRun {
    private final Job job;
    private final List<String> said;
    private final List<Turn> turns = Collections.synchronizedList(new ArrayList<>());

    WrittenRun(Job job, List<String> said) {
        this.job = job;
        this.said = Collections.synchronizedList(said);
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public void progress(String step, int percent) {}

    @Override
    public void say(String agent, String message) {
        said.add(agent + ": " + message);
    }

    @Override
    public void said(Turn turn) {
        turns.add(turn);
        said.add(turn.agent() + ": " + turn.text());
    }

    @Override
    public List<Turn> turns() {
        return List.copyOf(turns);
    }

    @Override
    public Optional<Decision> decision(String step) {
        return Optional.empty();
    }

    @Override
    public void unpack(ReviewRequest request, FileSource files) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void found(Finding finding) {}

    @Override
    public void store(Checkpoint checkpoint) {}

    @Override
    public List<Checkpoint> stored() {
        return List.of();
    }
}
