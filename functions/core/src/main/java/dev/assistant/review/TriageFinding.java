package dev.assistant.review;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets the owner of a review decide about one of its findings. Idempotent: the last decision stands. Thread-safe. */
public final class TriageFinding {
    private final Reviews reviews;
    private final Triages triages;
    private final InstantSource clock;

    public TriageFinding(Reviews reviews, Triages triages, InstantSource clock) {
        this.reviews = reviews;
        this.triages = triages;
        this.clock = clock;
    }

    /**
     * @param issue the finding's id within the review
     * @return the finding as it stands now
     * @throws Failure.NotFound when there is no such review or finding, or it is somebody else's
     * @throws Failure.Conflict when the review has not completed
     * @throws Failure.Invalid naming every field that needs another value
     */
    public Finding triage(UserId owner, JobId job, String issue, TriageDecision decision) {
        Instant now = clock.instant();
        Finding finding = reviews.finished(owner, job).report().finding(issue);
        Triage triage = TriageRules.read(decision, owner, now);
        triages.remember(job, finding, triage);
        return finding.with(Optional.of(triage).filter(decided -> decided.state() != Triage.State.OPEN));
    }
}
