package dev.assistant.testkit;

import dev.assistant.failure.Failure;
import dev.assistant.identity.UserId;
import dev.assistant.page.Page;
import dev.assistant.page.PageRequest;
import dev.assistant.review.Finding;
import dev.assistant.review.Triage;
import dev.assistant.review.TriageMemory;
import dev.assistant.review.Triages;
import dev.assistant.workflow.JobId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Knows no projects, as {@link InMemoryReviews}: decisions are about one review each. */
final class InMemoryTriages implements Triages {
    private final InMemoryJobStore store;
    private final Map<JobId, Map<String, Triage>> decisions = new HashMap<>();

    InMemoryTriages(InMemoryJobStore store) {
        this.store = store;
    }

    @Override
    public TriageMemory memory(JobId job, Collection<String> fingerprints, Instant now) {
        synchronized (store) {
            Map<String, Triage> found = new HashMap<>();
            decisions.getOrDefault(job, Map.of()).forEach((fingerprint, triage) -> {
                if (fingerprints.contains(fingerprint) && triage.holdsAt(now)) {
                    found.put(fingerprint, triage);
                }
            });
            return new TriageMemory(found);
        }
    }

    @Override
    public void remember(JobId job, Finding finding, Triage triage) {
        synchronized (store) {
            boolean isOwn = store.find(job)
                    .filter(record -> record.request.owner().equals(triage.author()))
                    .isPresent();
            if (!isOwn) {
                throw new Failure.NotFound("review");
            }
            Map<String, Triage> ofJob = decisions.computeIfAbsent(job, missing -> new HashMap<>());
            if (triage.state() == Triage.State.OPEN) {
                ofJob.remove(finding.fingerprint());
            } else {
                ofJob.put(finding.fingerprint(), triage);
            }
        }
    }

    @Override
    public Page<Entry> ofProject(UserId owner, UUID project, PageRequest page) {
        throw new Failure.NotFound("project");
    }

    @Override
    public void forget(UserId owner, UUID project, UUID entry) {
        throw new Failure.NotFound("triage entry");
    }
}
