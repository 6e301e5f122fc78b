package dev.assistant.runtime.run;

import dev.assistant.adapters.json.TurnJson;
import dev.assistant.progress.JobEvent;
import dev.assistant.review.Finding;
import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Reviews.FileSource;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.Approval;
import dev.assistant.workflow.Decision;
import dev.assistant.workflow.Job;
import dev.assistant.workflow.Lease;
import dev.assistant.workflow.Leases.Checkpoint;
import dev.assistant.workflow.Turn;
import java.util.List;
import java.util.Optional;

/** A job's run under a lease: everything it stores and tells names the lease's epoch. */
record LeasedRun(Job job, Lease lease, JobRecords records, JobEvents events) implements JobRun {
    @Override
    public void progress(String step, int percent) {
        if (events.tell(new JobEvent.Progressed(step, percent))) {
            records.leases().progress(lease, percent, step, records.now());
        }
    }

    @Override
    public void say(String agent, String message) {
        events.tell(new JobEvent.AgentSpoke(agent, message));
    }

    @Override
    public void said(Turn turn) {
        store(new Checkpoint(turn.checkpoint(), TurnJson.write(turn)));
        events.tell(JobEvent.AgentSpoke.of(turn));
    }

    @Override
    public List<Turn> turns() {
        List<Turn> turns = stored().stream()
                .filter(checkpoint -> checkpoint.step().startsWith(Turn.CHECKPOINTS))
                .map(checkpoint -> TurnJson.read(checkpoint.content()))
                .toList();
        turns.forEach(turn -> events.tell(JobEvent.AgentSpoke.of(turn)));
        return turns;
    }

    @Override
    public Optional<Decision> decision(String step) {
        return records.approvals().of(job.id(), step).flatMap(Approval::decision);
    }

    @Override
    public void unpack(ReviewRequest request, FileSource files) {
        records.reviews().unpack(lease, request, files, records.now());
    }

    @Override
    public void found(Finding finding) {
        events.tell(new JobEvent.FindingReported(finding));
    }

    @Override
    public void store(Checkpoint checkpoint) {
        records.leases().checkpoint(lease, checkpoint, records.now());
    }

    @Override
    public List<Checkpoint> stored() {
        return records.leases().checkpoints(job.id());
    }
}
