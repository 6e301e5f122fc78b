package dev.assistant.runtime.repository;

import dev.assistant.review.Finding;
import dev.assistant.runtime.workflow.JobRun;
import dev.assistant.workflow.JobId;
import dev.assistant.workflow.Leases.Checkpoint;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a job set out to post to its pull request; stored before it does, kept when it ends, and taken over by runs that go on from
 * it. Whether it got there is said by the marker in the review's text.
 *
 * @param findings fingerprints of those that were to be posted as remarks
 */
record Posting(String job, List<String> findings) {
    private static final String CHECKPOINT = "posting:";
    private static final JsonMapper JSON = JsonMapper.shared();

    Posting {
        findings = List.copyOf(findings);
    }

    static Posting of(JobId job, List<Finding> findings) {
        return new Posting(
                job.toString(), findings.stream().map(Finding::fingerprint).toList());
    }

    /** What the jobs that this one goes on from set out to post. */
    static List<Posting> before(JobRun run) {
        return run.stored().stream()
                .filter(checkpoint -> checkpoint.step().startsWith(CHECKPOINT))
                .map(checkpoint -> JSON.readValue(checkpoint.content(), Posting.class))
                .filter(posting -> !posting.job().equals(run.job().id().toString()))
                .toList();
    }

    Checkpoint checkpoint() {
        return new Checkpoint(CHECKPOINT + job, JSON.writeValueAsString(this));
    }

    /** What the posted text begins with; shown to nobody. */
    String marker() {
        return "<!-- development-assistant review " + job + " -->";
    }
}
