package dev.assistant.runtime.repository;

import dev.assistant.review.Units.SetAside;
import java.util.List;
import java.util.Optional;

/**
 * A repository whose files have become those of a review.
 *
 * @param commit 40 hexadecimal digits
 * @param setAside files that were left out on purpose
 * @param changed by the pull request; empty when the review is of no pull request
 */
public record FetchedRepository(String commit, List<SetAside> setAside, Optional<ChangedLines> changed) {
    public FetchedRepository {
        setAside = List.copyOf(setAside);
    }
}
