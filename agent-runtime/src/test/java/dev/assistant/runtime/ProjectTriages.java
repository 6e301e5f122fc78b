package dev.assistant.runtime;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decisions by owner and project, on one page. */
public final class ProjectTriages implements Triages {
    private record Place(UserId owner, UUID project) {}

    private final Map<Place, List<Entry>> entries = new HashMap<>();

    public void decided(UserId owner, UUID project, Entry entry) {
        entries.computeIfAbsent(new Place(owner, project), missing -> new ArrayList<>())
                .add(entry);
    }

    @Override
    public Page<Entry> ofProject(UserId owner, UUID project, PageRequest page) {
        List<Entry> found = entries.get(new Place(owner, project));
        if (found == null) {
            throw new Failure.NotFound("project");
        }
        return new Page<>(found, Optional.empty());
    }

    @Override
    public TriageMemory memory(JobId job, Collection<String> fingerprints, Instant now) {
        return TriageMemory.NOTHING;
    }

    @Override
    public void remember(JobId job, Finding finding, Triage triage) {
        throw new Failure.NotFound("review");
    }

    @Override
    public void forget(UserId owner, UUID project, UUID entry) {
        throw new Failure.NotFound("triage entry");
    }
}
