package dev.assistant.review;

import dev.assistant.identity.UserId;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * What people decided about findings. A decision is remembered by the finding's fingerprint, for the project that its review
 * belongs to, or for its review alone. Calls on behalf of a person name the owner. Thread-safe.
 */
public interface Triages {
    /**
     * What is remembered about findings of a review and holds now; nothing for a review that is gone.
     *
     * @param fingerprints those of the findings
     */
    TriageMemory memory(JobId job, Collection<String> fingerprints, Instant now);

    /**
     * Remembers a decision in place of an earlier one. An open one is not remembered: it takes the earlier one back.
     *
     * @throws dev.assistant.failure.Failure.NotFound when the author has no such review
     */
    void remember(JobId job, Finding finding, Triage triage);

    /**
     * What is remembered for a project, latest first, also what has expired.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is no such project, or it is somebody else's
     */
    Page<Entry> ofProject(UserId owner, UUID project, PageRequest page);

    /**
     * Forgets an entry of a project's memory.
     *
     * @throws dev.assistant.failure.Failure.NotFound when there is no such entry, or it is somebody else's
     */
    void forget(UserId owner, UUID project, UUID entry);

    /**
     * A remembered decision, with what the finding was when it was decided about.
     *
     * @param job where it was decided; empty when that review is gone
     */
    record Entry(
            UUID id,
            String fingerprint,
            Triage triage,
            Severity severity,
            Category category,
            String ruleId,
            String path,
            String message,
            Optional<JobId> job) {}
}
