package dev.assistant.runtime.run;

import dev.assistant.progress.EventLog;
import dev.assistant.progress.JobEvent;
import dev.assistant.progress.Sequenced;
import dev.assistant.workflow.JobId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a job's history says already, so that a resumed job tells nothing twice. Not thread-safe. */
final class Told {
    private static final int PAGE = 500;

    private final Set<String> findings = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<JobEvent.AgentSpoke> spoken = new HashSet<>();
    private JobEvent.Progressed furthest = new JobEvent.Progressed("", -1);

    /** Reads a history. */
    static Told before(EventLog log, JobId job) {
        Told told = new Told();
        List<Sequenced> page = log.after(job, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(event -> told.isNews(event.event()));
            page = log.after(job, page.getLast().seq(), PAGE);
        }
        return told;
    }

    /** Whether the event says something new; from now on it does not. */
    boolean isNews(JobEvent event) {
        return switch (event) {
            case JobEvent.Progressed progress -> isFurther(progress);
            case JobEvent.AgentSpoke spoke -> spoken.add(spoke);
            case JobEvent.FindingReported reported ->
                findings.add(reported.finding().id());
            case JobEvent.ApprovalRequired asked -> asked(asked);
            case JobEvent.Ended ended -> true;
        };
    }

    /** One question is asked once, whenever it expires. */
    private boolean asked(JobEvent.ApprovalRequired question) {
        return asked.add(question.step() + " " + question.planHash());
    }

    private boolean isFurther(JobEvent.Progressed progress) {
        if (progress.percent() < furthest.percent() || progress.equals(furthest)) {
            return false;
        }
        furthest = progress;
        return true;
    }
}
