package dev.assistant.review;

import dev.assistant.model.ModelTerms;
import java.util.Set;

/**
 * What this installation lets submissions ask for.
 *
 * @param repositoryHosts whose repositories are fetched, in lower case
 * @param postsComments whether reviews can be posted to pull requests by who has no access of their own
 * @param models which models there are, and what a job may spend on them
 */
public record SubmissionTerms(Set<String> repositoryHosts, boolean postsComments, ModelTerms models) {
    public SubmissionTerms {
        repositoryHosts = Set.copyOf(repositoryHosts);
    }

    /** The same for somebody whose own access to repositories posts comments. */
    public SubmissionTerms withOwnAccess() {
        return new SubmissionTerms(repositoryHosts, true, models);
    }
}
