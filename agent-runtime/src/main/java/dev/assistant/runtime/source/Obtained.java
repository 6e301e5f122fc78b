package dev.assistant.runtime.source;

import dev.assistant.review.ReviewRequest;
import dev.assistant.review.Units.SetAside;
import dev.assistant.runtime.repository.ChangedLines;
import dev.assistant.runtime.repository.FetchedRepository;
import java.util.List;
import java.util.Optional;

/**
 * What a job is about.
 *
 * @param request with its files
 * @param setAside files that were left out on purpose
 * @param repository where the files come from, if they come from one
 */
public record Obtained(ReviewRequest request, List<SetAside> setAside, Optional<FetchedRepository> repository) {
    public Obtained {
        setAside = List.copyOf(setAside);
    }

    /** What a pull request changes; empty when the job is about none. */
    public Optional<ChangedLines> changed() {
        return repository.flatMap(FetchedRepository::changed);
    }
}
